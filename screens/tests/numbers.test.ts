import assert from "node:assert/strict";
import { test } from "node:test";
import { examplesOf, stepOf } from "../shared/scenes/numbers.ts";

/** Everybody's partner among n who counted off; those without one are left over. */
function meet(n: number, round: number): { pairs: [number, number][]; left: number[] } {
  const step = stepOf(round);
  const pairs: [number, number][] = [];
  const left: number[] = [];
  for (let one = 1; one <= n; one++) {
    const other = one % 2 === 1 ? one + step : one - step;
    if (other < 1 || other > n) left.push(one);
    else if (one < other) pairs.push([one, other]);
  }
  return { pairs, left };
}

test("who looks for a number is looked for by it, and nobody is found twice", () => {
  for (let n = 2; n <= 60; n++) {
    for (let round = 1; round <= 3; round++) {
      const { pairs, left } = meet(n, round);
      assert.deepEqual([...pairs.flat(), ...left].sort((a, b) => a - b), Array.from({ length: n }, (_, i) => i + 1));
    }
  }
});

test("at most three are left over in three rounds, and with two or three they find each other", () => {
  for (let n = 6; n <= 61; n++) {
    for (let round = 1; round <= 3; round++) assert.ok(meet(n, round).left.length <= 3);
    assert.equal(meet(n, 1).left.length, n % 2);
  }
});

test("nobody meets twice, those who were left over included", () => {
  for (let n = 8; n <= 60; n += 2) {
    const met = new Set<string>();
    for (let round = 1; round <= 3; round++) {
      const { pairs, left } = meet(n, round);
      const units = left.length ? [...pairs, left as [number, number]] : pairs;
      for (const unit of units) {
        assert.ok(!met.has(String(unit)), `${n} people, round ${round}: ${unit}`);
        met.add(String(unit));
      }
    }
  }
});

test("the examples on the wall follow the rule", () => {
  assert.deepEqual(examplesOf(1), [[1, 2], [3, 4]]);
  assert.deepEqual(examplesOf(2), [[3, 2], [5, 4]]);
  assert.deepEqual(examplesOf(3), [[1, 4], [3, 6]]);
});
