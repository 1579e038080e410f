import assert from "node:assert/strict";
import { test } from "node:test";
import { along } from "../shared/along.ts";

test("what comes later lies where the writing goes", () => {
  assert.deepEqual(along("ltr").later, { key: "ArrowRight", sign: "→" });
  assert.deepEqual(along("rtl").later, { key: "ArrowLeft", sign: "←" });
  assert.notEqual(along("rtl").undone, along("ltr").undone);
});
