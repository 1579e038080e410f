import assert from "node:assert/strict";
import { test } from "node:test";
import { groupsOf, openingOf } from "../open/ask.ts";
import { debriefOf, stepping, strokesOf } from "../shared/debrief.ts";
import { PRESETS } from "../shared/presets.ts";
import { timelineOf } from "../shared/timeline.ts";
import type { DebriefStep } from "../shared/wire.ts";
import { questionsOf, sceneOf, type Playing } from "../shared/scenes/scene.ts";

const invitation = { challenge: "a", give_and_take: "b" };
const playing: Playing = {
  language: "nl",
  title: "",
  milling: "free",
  invitation,
  plan: PRESETS.classic,
  timeline: timelineOf(PRESETS.classic, 0),
  counts: { here: 0, in_conversation: 0, looking: 0 },
  rehearsal: false,
  bell: "devices",
};
const bells = playing.timeline.filter((one) => one.kind === "bell").map((one) => one.starts);
const nameAt = (ms: number) => sceneOf(playing, ms)?.name;

test("a gathering with nobody joined runs from the first thought to the end", () => {
  const names = new Set(Array.from({ length: 1140 }, (_, s) => nameAt(s * 1000)));
  assert.deepEqual([...names], ["think", "find", "first", "swap", "second", "bell", "breathe", "debrief", "over"]);
});

test("the bell is seen, then there is room for thanks, also after the last round", () => {
  for (const [i, bell] of bells.entries()) {
    assert.equal(nameAt(bell - 1), "second");
    assert.equal(nameAt(bell), "bell");
    assert.equal(nameAt(bell + 6000), "breathe");
    assert.equal(sceneOf(playing, bell)?.round, i + 1);
    assert.equal(sceneOf(playing, bell)?.last, i === 2);
  }
  assert.equal(nameAt(bells[2]! + 20_000), "debrief");
});

test("while paused the scene stands", () => {
  const paused = { ...playing, paused_at: 45_000 };
  assert.equal(sceneOf(paused, 9_000_000)?.name, "find");
  assert.equal(sceneOf(paused, 9_000_000)?.standing.remaining, 15_000);
});

test("a round may have questions of its own, and the debrief has the common ones", () => {
  const own = { ...invitation, per_round: [{ challenge: "c", give_and_take: "d" }] };
  assert.equal(questionsOf({ invitation: own }, 1).challenge, "c");
  assert.equal(questionsOf({ invitation: own }, 2).challenge, "a");
  assert.equal(questionsOf({ invitation: own }, 0).challenge, "a");
});

test("a debrief goes from silence by neighbours to a few voices", () => {
  const { starts, ends } = playing.timeline.at(-1)!;
  const at = (share: number) => stepping(playing, starts + share * (ends - starts));
  assert.deepEqual([0, 0.3, 0.9, 1].map((share) => at(share).index), [0, 1, 2, 3]);
  assert.equal(at(0.25).remaining, 96_000);
  assert.equal(at(0).steps.at(-1)!.ends, ends);
});

test("one stroke between conversations, two when all come together or it is over", () => {
  assert.deepEqual(strokesOf(debriefOf(playing)).map(([kind]) => kind), ["begin", "bell"]);
  const step = (kind: DebriefStep["kind"], i: number): DebriefStep => ({ kind, starts: i * 1000, ends: i * 1000 + 1000 });
  const all = (["alone", "pairs", "fours", "all"] as const).map(step);
  assert.deepEqual(strokesOf({ form: "1-2-4-all", steps: all }), [["begin", 1000], ["swap", 2000], ["bell", 3000]]);
  const fifteen = (["alone", "one", "other"] as const).map(step);
  assert.deepEqual(strokesOf({ form: "fifteen", steps: fifteen }), [["begin", 1000], ["swap", 2000], ["bell", 3000]]);
});

test("opening leaves finding to the crowd's size, except in a rehearsal", () => {
  const wishes = { title: "t", language: "nl", questions: invitation, preset: "classic", milling: "free", groups: [], perRound: [] } as const;
  const classic = openingOf({ ...wishes, groups: [] }) as { plan: object };
  assert.ok(!("find_s" in classic.plan) && !("rehearsal" in classic) && !("groups" in classic));
  const rehearsal = openingOf({ ...wishes, preset: "rehearsal", groups: ["x", "y"] });
  assert.deepEqual((rehearsal as { plan: object }).plan, PRESETS.rehearsal);
  assert.ok("rehearsal" in rehearsal && "groups" in rehearsal);
});

test("groups are typed as people type lists", () => {
  assert.deepEqual(groupsOf(" zorg, ICT;zorg\nbestuur ,, "), ["zorg", "ICT", "bestuur"]);
});

test("own questions per round go along, and what was left empty stays the same", () => {
  const wishes = { title: "t", language: "nl", questions: invitation, preset: "classic", milling: "free", groups: [] } as const;
  const body = openingOf({ ...wishes, perRound: [{ challenge: "", give_and_take: "" }, { challenge: "Anders?", give_and_take: " " }] });
  const { per_round } = (body as { invitation: { per_round: object[] } }).invitation;
  assert.deepEqual(per_round, [invitation, invitation, { ...invitation, challenge: "Anders?" }]);
  assert.ok(!("invitation" in openingOf({ ...wishes, preset: "liquid-courage", perRound: [] })));
});
