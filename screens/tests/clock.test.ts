import assert from "node:assert/strict";
import { test } from "node:test";
import { best, better, slept } from "../shared/clock.ts";

test("the sample with the least round trip counts", () => {
  const samples = [
    { trip: 40, offset: 19 },
    { trip: 3, offset: 1 },
    { trip: 9, offset: -4 },
  ];
  assert.equal(best(samples)?.offset, 1);
  assert.equal(best([]), undefined);
});

test("a worse reading that agrees changes nothing", () => {
  const held = { trip: 4, offset: 100, taken: 0 };
  assert.equal(better(held, { trip: 80, offset: 120, taken: 60_000 }), held);
});

test("a worse reading that disagrees is believed: the server's clock was set", () => {
  const fresh = { trip: 80, offset: 60_100, taken: 60_000 };
  assert.equal(better({ trip: 4, offset: 100, taken: 0 }, fresh), fresh);
});

test("an old reading gives way, because timers drift", () => {
  const fresh = { trip: 30, offset: 90, taken: 400_000 };
  assert.equal(better({ trip: 4, offset: 100, taken: 0 }, fresh), fresh);
});

test("only a phone that was hidden can have slept; a wall clock set by hand is nothing", () => {
  assert.equal(slept(61_000, 1000, true), 60_000);
  assert.equal(slept(61_000, 1000, false), 0);
  assert.equal(slept(-3_600_000, 1000, true), 0);
  assert.equal(slept(1500, 1000, true), 0);
});
