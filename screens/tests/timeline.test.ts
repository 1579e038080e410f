import assert from "node:assert/strict";
import { test } from "node:test";
import { cuesOf } from "../shared/cues.ts";
import { minutes, roundsOf, standing } from "../shared/segments.ts";
import { timelineOf } from "../shared/timeline.ts";
import type { Envelope } from "../shared/wire.ts";

const CLASSIC = { rounds: 3, turn_s: 120, think_s: 30, find_s: 30, swap_s: 5, breathe_s: 20, debrief_s: 240 };
const timeline = timelineOf(CLASSIC, 0);
const common = { timeline, bell: "devices" as const };

test("the classic plan lasts 18:55, without gaps", () => {
  assert.equal(minutes(timeline.at(-1)!.ends), "18:55");
  timeline.slice(1).forEach((segment, i) => assert.equal(segment.starts, timeline[i]!.ends));
  assert.equal(roundsOf(timeline), 3);
  assert.equal(timeline.filter((one) => one.kind === "breathe").length, 2);
});

test("one segment runs at each instant, and a bell takes no time", () => {
  assert.equal(standing(common, -5000)?.segment.kind, "think");
  assert.equal(standing(common, 29_999)?.segment.kind, "think");
  assert.equal(standing(common, 30_000)?.segment.kind, "find");
  const bell = timeline.find((one) => one.kind === "bell")!;
  assert.equal(standing(common, bell.starts)?.segment.kind, "breathe");
  assert.equal(standing(common, 1e9)?.segment.kind, "debrief");
  assert.equal(standing(common, 1e9)?.remaining, 0);
});

test("while paused the timeline stands", () => {
  const stood = standing({ timeline, paused_at: 70_000 }, 500_000);
  assert.equal(stood?.segment.kind, "turn");
  assert.equal(stood?.remaining, 110_000);
  assert.equal(stood?.paused, true);
});

test("a round begins, swaps, warns and rings", () => {
  const first = cuesOf(common).filter((cue) => cue.at <= 305_000);
  assert.deepEqual(
    first.map((cue) => [cue.kind, cue.at, cue.sounds]),
    [
      ["begin", 60_000, true],
      ["swap", 180_000, true],
      ["soon", 285_000, false],
      ["bell", 305_000, true],
    ],
  );
});

test("a trio swaps by its own thirds", () => {
  const turns = [0, 1, 2].map((speaker) => ({ speaker, after_ms: speaker * 83_333, lasts_ms: 78_333 }));
  const envelope = { round: 1, partners: [], spot: 1, beacon: { colour: "sky", shape: "circle" }, speaker: 0, turns } satisfies Envelope;
  const swaps = cuesOf(common, [envelope]).filter((cue) => cue.kind === "swap" && cue.at < 305_000);
  assert.deepEqual(swaps.map((cue) => cue.at), [60_000 + 78_333, 60_000 + 161_666]);
});

test("without a cue to change over nothing else is missing, for pairs and trios", () => {
  const quiet = cuesOf({ ...common, swap_cue: false });
  assert.deepEqual(quiet, cuesOf(common).filter((cue) => cue.kind !== "swap"));
  assert.ok(quiet.length < cuesOf(common).length);
});

test("when the host rings a real bell every device is silent, and still lights", () => {
  const muted = cuesOf({ ...common, bell: "host" });
  assert.equal(muted.length, cuesOf(common).length);
  assert.ok(muted.every((cue) => !cue.sounds));
});

test("nothing rings while paused but the bell the host asks for", () => {
  assert.deepEqual(cuesOf({ ...common, paused_at: 5, ring_at: 7000 }).map((cue) => cue.kind), ["ring"]);
});

test("minutes are rounded up", () => {
  assert.equal(minutes(82_001), "1:23");
  assert.equal(minutes(-4), "0:00");
});
