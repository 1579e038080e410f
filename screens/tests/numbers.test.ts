import assert from "node:assert/strict";
import { test } from "node:test";
import { byNumber, otherwise, type Unit } from "../shared/scenes/numbers.ts";
import { counting } from "../shared/scenes/count.ts";
import { PRESETS } from "../shared/presets.ts";
import { timelineOf } from "../shared/timeline.ts";

const couples = (units: readonly Unit[]) => units.flatMap((unit) => unit.flatMap((one, at) => unit.slice(at + 1).map((other) => `${one} ${other}`)));

test("whoever counted off meets somebody else in each of three rounds", () => {
  for (let people = 6; people <= 300; people++) {
    const rounds = byNumber([people, people, people]);
    for (const { units } of rounds) {
      assert.deepEqual(units.flat().sort((a, b) => a - b), Array.from({ length: people }, (_, at) => at + 1));
      assert.equal(units.filter((unit) => unit.length === 3).length, people % 2);
    }
    const met = rounds.flatMap(({ units }) => couples(units));
    assert.equal(new Set(met).size, met.length, `${people} people`);
  }
});

test("tried by hand: seven, twelve and thirty-one", () => {
  const [first, second, third] = byNumber([12, 12, 12]);
  assert.deepEqual(first!.units, [[1, 4], [2, 11], [3, 6], [5, 8], [7, 10], [9, 12]]);
  assert.deepEqual(second!.units, [[1, 6], [2, 9], [3, 8], [4, 11], [5, 10], [7, 12]]);
  assert.deepEqual(third!.units, [[1, 8], [2, 7], [3, 10], [4, 9], [5, 12], [6, 11]]);
  assert.deepEqual(otherwise(first!), [[2, 11]]);
  assert.deepEqual(byNumber([7]).map(({ units }) => units.length), [3]);
  for (const one of byNumber([31, 31, 31])) assert.ok(otherwise(one).length <= 4);
});

test("a count that grows holds from the next finding on, and nobody meets again", () => {
  const playing = { plan: PRESETS.classic, timeline: timelineOf(PRESETS.classic, 0) };
  const counted = counting(playing, 31, 0);
  assert.deepEqual(counted, [31, 31, 31]);
  const talking = playing.timeline.find(({ kind }) => kind === "turn")!.starts;
  const grown = counting({ ...playing, counted }, 33, talking);
  assert.deepEqual(grown, [31, 33, 33]);
  const met = byNumber(grown).flatMap(({ units }) => couples(units));
  assert.equal(new Set(met).size, met.length);
  const last = playing.timeline.findLast(({ kind }) => kind === "turn")!.starts;
  assert.deepEqual(counting({ ...playing, counted: grown }, 40, last), grown);
});

test("a miscount before the first talking is set right at once", () => {
  const playing = { plan: PRESETS.classic, timeline: timelineOf(PRESETS.classic, 0), counted: [13, 13, 13] };
  const finding = playing.timeline.find(({ kind }) => kind === "find")!.starts + 1;
  assert.deepEqual(counting(playing, 31, finding), [31, 31, 31]);
});
