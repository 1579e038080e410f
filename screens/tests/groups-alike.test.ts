import assert from "node:assert/strict";
import { test } from "node:test";
import { calledAsBefore, foundAgain, joined, kept, named, stillThere, without, type Group } from "../host/groups-alike.ts";
import type { Shared } from "../shared/wire.ts";

const shared = (contribution: string, words: string): Shared => ({ contribution, kind: "insight", words });
const [a, b, c] = [shared("a", "We meet too much"), shared("b", "Meetings"), shared("c", "Meeting all day")];
const groups: Group[] = [{ key: "a", words: "Meetings", members: [a, b, c] }];

test("what is kept of a group holds nobody's words but the host's own", () => {
  assert.ok(!JSON.stringify(kept(groups)).includes("Meetings"));
  assert.ok(JSON.stringify(kept([{ ...groups[0]!, words: "Overleg" }])).includes("Overleg"));
});

test("groups are found again from what hangs on the board", () => {
  assert.deepEqual(foundAgain(kept(groups), [c, b, a]), groups);
});

test("words that were taken back name no group any more, and a group of one is none", () => {
  assert.deepEqual(foundAgain(kept(groups), [a, c]), [{ key: "a", words: "We meet too much", members: [a, c] }]);
  assert.deepEqual(foundAgain(kept(groups), [a]), []);
});

const two: Group[] = [{ key: "d", words: "Elsewhere", members: [shared("d", "Far"), shared("e", "Away")] }, ...groups];

test("two groups become one, under the words of the larger, whichever was picked first", () => {
  for (const [one, other] of [[0, 1], [1, 0]] as const) {
    const [both, ...rest] = joined(two, one, other);
    assert.equal(both?.words, "Meetings");
    assert.deepEqual(both.members.map(({ contribution }) => contribution).sort(), ["a", "b", "c", "d", "e"]);
    assert.deepEqual(rest, []);
  }
  for (const other of [0, 7]) assert.equal(joined(two, 0, other), two);
});

test("a name and what is taken out change one group alone, and a group of one is none", () => {
  assert.deepEqual(named(two, 1, "Overleg").map(({ words }) => words), ["Elsewhere", "Overleg"]);
  assert.deepEqual(without(two, 1, "b"), [two[0], { key: "a", words: "Meetings", members: [a, c] }]);
  assert.deepEqual(without(two, 0, "d"), groups);
});

test("a group is known by the same when its first contribution is taken out or taken back", () => {
  const keys = (of: Group[]) => of.map(({ key }) => key);
  assert.deepEqual(keys(without(two, 1, "a")), ["d", "a"]);
  assert.deepEqual(keys(stillThere(two, new Set(["b", "c", "d", "e"]))), ["d", "a"]);
  assert.deepEqual(keys(named(joined(two, 1, 0), 0, "Overleg")), ["a"]);
});

test("what no longer hangs there leaves its group, with its words", () => {
  assert.deepEqual(stillThere(two, new Set(["a", "c", "d", "e"])), [two[0], { key: "a", words: "We meet too much", members: [a, c] }]);
  assert.deepEqual(stillThere(two, new Set(["a", "d", "e"])), [two[0]]);
});

test("whoever looks again finds the host's own names again, and nobody's words but those that stand there", () => {
  const overleg = named(groups, 0, "Overleg");
  const found = (...members: Shared[]) => [{ key: "x", words: "As found", members }];
  assert.equal(calledAsBefore(found(a, b, shared("f", "New")), overleg)[0]!.words, "Overleg");
  assert.equal(calledAsBefore(found(a, shared("f", "New")), overleg)[0]!.words, "As found");
  assert.equal(calledAsBefore(found(a, b), groups)[0]!.words, "As found");
});
