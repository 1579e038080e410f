import assert from "node:assert/strict";
import { test } from "node:test";
import { backOff } from "../shared/patience.ts";
import { verdict } from "../shared/stream.ts";
import { newId } from "../shared/send.ts";

test("a document never goes back silently", () => {
  const held = { epoch: 2, version: 41 };
  assert.equal(verdict(undefined, { epoch: 1, version: 1 }), "take");
  assert.equal(verdict(held, { epoch: 2, version: 42 }), "take");
  assert.equal(verdict(held, { epoch: 2, version: 41 }), "ignore");
  assert.equal(verdict(held, { epoch: 1, version: 90 }), "ignore");
  assert.equal(verdict(held, { epoch: 3, version: 41 }), "take");
  assert.equal(verdict(held, { epoch: 3, version: 40 }), "reload");
});

test("the wait lies between half a second and eight, spread by chance from the first", () => {
  for (let attempt = 0; attempt < 40; attempt++) {
    for (const chance of [0, 0.5, 0.999]) {
      const wait = backOff(attempt, chance);
      assert.ok(wait >= 500 && wait <= 8000);
    }
  }
  assert.equal(backOff(0, 0), 500);
  assert.ok(backOff(0, 0.999) > 1900 && backOff(0, 0.999) < 2000);
  assert.ok(backOff(9, 0.999) > 7900);
});

test("an id is 128 bits of hex", () => {
  assert.match(newId(), /^[0-9a-f]{32}$/);
  assert.notEqual(newId(), newId());
});
