import assert from "node:assert/strict";
import { test } from "node:test";
import { PRESETS } from "../shared/presets.ts";
import { timelineOf } from "../shared/timeline.ts";
import type { Segment } from "../shared/wire.ts";
import { extended, resumed, skipped } from "../pocket/shift.ts";

const timeline = timelineOf(PRESETS.classic, 0);
const first = timeline.findIndex((one) => one.kind === "turn" && one.speaker === 0);
const second = timeline.findIndex((one) => one.kind === "turn" && one.speaker === 1);
const length = (segment: Segment) => segment.ends - segment.starts;

function withoutGaps(changed: readonly Segment[]): void {
  changed.slice(1).forEach((segment, i) => assert.equal(segment.starts, changed[i]!.ends));
  for (const segment of changed) assert.ok(segment.ends >= segment.starts);
}

test("half a minute more in the first turn is half a minute more for the other too", () => {
  const changed = extended({ timeline }, timeline[first]!.starts + 5000, 30_000);
  withoutGaps(changed);
  assert.equal(length(changed[first]!), 150_000);
  assert.equal(length(changed[second]!), 150_000);
});

test("shortening never ends a segment before now, and turns stay equal", () => {
  const now = timeline[first]!.ends - 10_000;
  const changed = extended({ timeline }, now, -30_000);
  withoutGaps(changed);
  assert.equal(changed[first]!.ends, now);
  assert.equal(length(changed[first]!), length(changed[second]!));
});

test("in the second turn only that turn changes", () => {
  const changed = extended({ timeline }, timeline[second]!.starts + 1, 30_000);
  withoutGaps(changed);
  assert.equal(length(changed[first]!), 120_000);
  assert.equal(length(changed[second]!), 150_000);
});

test("a skipped segment ends now and the rest comes sooner", () => {
  const changed = skipped({ timeline }, 10_000);
  withoutGaps(changed);
  assert.equal(changed[0]!.ends, 10_000);
  assert.equal(changed.at(-1)!.ends, timeline.at(-1)!.ends - 20_000);
});

test("a pause moves what was still to come and nothing else", () => {
  const changed = resumed({ timeline, paused_at: 45_000 }, 105_000);
  withoutGaps(changed);
  assert.deepEqual(changed[0], timeline[0]);
  assert.equal(changed.at(-1)!.ends, timeline.at(-1)!.ends + 60_000);
});

test("after the end nothing moves any more", () => {
  const over = timeline.at(-1)!.ends + 1;
  assert.equal(extended({ timeline }, over, 30_000), timeline);
  assert.equal(skipped({ timeline }, over), timeline);
});
