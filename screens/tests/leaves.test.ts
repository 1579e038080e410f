import assert from "node:assert/strict";
import { test } from "node:test";
import { leaves } from "../stage/later/leaves.ts";

const ofLength = (...lengths: number[]) => lengths.map((length) => ({ words: "x".repeat(length) }));
const sizes = (...lengths: number[]) => leaves(ofLength(...lengths)).map((leaf) => leaf.map(({ words }) => words.length));

test("short ones stand together, four at most", () => {
  assert.deepEqual(sizes(10, 10, 10, 10, 10), [[10, 10, 10, 10], [10]]);
});

test("a long one has the stage to itself", () => {
  assert.deepEqual(sizes(20, 500, 20, 20), [[20], [500], [20, 20]]);
});

test("nothing is left out and nothing changes places", () => {
  const list = ofLength(3, 90, 400, 1, 1, 200, 80, 80, 80);
  assert.deepEqual(leaves(list).flat(), list);
  assert.deepEqual(leaves([]), []);
});
