import assert from "node:assert/strict";
import { test } from "node:test";
import { comesFirst } from "../shared/one-bell.ts";

const pages: [string, number][] = [
  ["a", 2],
  ["b", 1],
  ["c", 2],
  ["d", 0],
];

test("of all pages of a device exactly one rings, and one that can", () => {
  for (let some = 1; some < 16; some++) {
    const here = pages.filter((_, at) => some & (1 << at));
    const first = here.filter(([from, rank]) => !comesFirst({ from, rank }, here.filter(([other]) => other !== from)));
    const able = here.filter(([, rank]) => rank > 0);
    assert.equal(first.filter(([, rank]) => rank > 0).length, Math.min(1, able.length));
    if (able.length > 0) assert.equal(first.length, 1);
  }
});

test("who is looked at goes before who is not", () => {
  assert.equal(comesFirst({ from: "z", rank: 1 }, [["a", 2]]), true);
  assert.equal(comesFirst({ from: "a", rank: 2 }, [["z", 1]]), false);
});
