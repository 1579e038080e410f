import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, edges, middles, places } from "../stage/later/weaving.ts";

const square = { x: [0, 10_000, 0, 10_000], y: [0, 0, 10_000, 10_000], group: [0, 0, 1, -1] };

test("the picture stays whole on a sheet of any shape", () => {
  for (const [wide, high] of [[800, 800], [1600, 900], [320, 700]] as const) {
    for (const [x, y] of places(square, wide, high)) assert.ok(x > 0 && x < wide && y > 0 && y < high);
  }
});

test("a group's label stands at its outer edge, and those who are not told apart have none", () => {
  const at = places(square, 1000, 1000);
  assert.deepEqual([...middles(square, at).keys()], [0, 1]);
  const labels = edges(square, at, [500, 500], 10);
  assert.ok(labels.get(0)![1] <= at[0]![1] + 1);
  assert.ok(labels.get(1)![0] < 500 && labels.get(1)![1] > 500);
  assert.equal(edges({ group: [0, 0, -1, -1] }, at, [500, 500], 10).size, 0);
});

test("words that would run into each other are not apart", () => {
  const name = { x: 100, y: 100, half: 40, high: 10 };
  assert.ok(!apart(name, { ...name, x: 170, y: 108 }));
  assert.ok(apart(name, { ...name, x: 181 }));
  assert.ok(apart(name, { ...name, y: 113 }));
});
