import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMS, lengthOf } from "../host/forms.ts";

const lengths = (rehearsal: boolean, debrief_s: number) => FORMS.map((form) => lengthOf(form, { rehearsal, plan: { debrief_s } }));

test("each form says how long it takes, and silence and voices what the plan gives them", () => {
  assert.deepEqual(lengths(false, 240), [240, 720, 540, 960]);
  assert.equal(lengths(false, 300)[0], 300);
});

test("in a rehearsal no form says that it takes minutes", () => {
  assert.deepEqual(lengths(true, 240), [20, 40, 28, 50]);
});
