import assert from "node:assert/strict";
import { test } from "node:test";
import { foundAgain, kept, type Group } from "../host/groups-alike.ts";
import type { Shared } from "../shared/wire.ts";

const shared = (contribution: string, words: string): Shared => ({ contribution, kind: "insight", words });
const [a, b, c] = [shared("a", "We meet too much"), shared("b", "Meetings"), shared("c", "Meeting all day")];
const groups: Group[] = [{ words: "Meetings", members: [a, b, c] }];

test("what is kept of a group holds nobody's words but the host's own", () => {
  assert.ok(!JSON.stringify(kept(groups)).includes("Meetings"));
  assert.ok(JSON.stringify(kept([{ ...groups[0]!, words: "Overleg" }])).includes("Overleg"));
});

test("groups are found again from what hangs on the board", () => {
  assert.deepEqual(foundAgain(kept(groups), [c, b, a]), groups);
});

test("words that were taken back name no group any more, and a group of one is none", () => {
  assert.deepEqual(foundAgain(kept(groups), [a, c]), [{ words: "We meet too much", members: [a, c] }]);
  assert.deepEqual(foundAgain(kept(groups), [a]), []);
});
