import assert from "node:assert/strict";
import { test } from "node:test";
import { conversations } from "../phone/conversations.ts";
import { questionsOf, sceneOf, speakerOf, turnOf } from "../phone/scene.ts";
import { timelineOf } from "../shared/timeline.ts";
import type { Common, Envelope, Mine } from "../shared/wire.ts";

const plan = { rounds: 3, turn_s: 120, think_s: 30, find_s: 30, swap_s: 5, breathe_s: 20, debrief_s: 240 };
const invitation = { challenge: "What keeps you busy?", give_and_take: "What do you seek, what can you give?" };
const common: Common = {
  version: 1, control: 1, epoch: 1, phase: "running", title: "Three talks", language: "en", mode: "room", milling: "guided",
  groups: [], picture: "otter", invitation, plan, lasts_ms: 1_135_000, counts: { here: 9, in_conversation: 0, looking: 0 },
  timeline: timelineOf(plan, 0), keep_until: 1, rehearsal: false, bell: "devices",
};
const mine: Mine = {
  version: 1, participant: "p", name: "Noor", group: null, place: "room", away: false, envelopes: [], state: "here",
};
const partner = (name: string) => ({ participant: name, name, group: null, phone: true });
const pair: Envelope = { round: 1, partners: [partner("Daan")], spot: 1, beacon: { colour: "blue", shape: "star" }, speaker: 1 };
const trio: Envelope = {
  ...pair,
  partners: [partner("Sem"), partner("Mo")],
  turns: [0, 1, 2].map((speaker) => ({ speaker, after_ms: speaker * 83_333, lasts_ms: 78_333 })),
};

test("the timeline alone moves a phone from scene to scene", () => {
  const seen = [0, 30, 60, 180, 185, 305, 325, 895, 916, 9999].map((s) => {
    const { name, round } = sceneOf(common, mine, s * 1000);
    return round ? `${name} ${round}` : name;
  });
  assert.deepEqual(seen, [
    "think", "find 1", "talk 1", "talk 1", "talk 1", "thanks 1", "find 2", "thanks 3", "together", "together",
  ]);
});

test("who waits, sits out or has left sees nothing of the rounds", () => {
  assert.equal(sceneOf(common, { ...mine, state: "waiting" }, 70_000).name, "waiting");
  assert.equal(sceneOf(common, { ...mine, state: "away", away: true }, 70_000).name, "away");
  assert.equal(sceneOf(common, { ...mine, state: "away", away: true }, 916_000).name, "together", "looking back is for all");
  assert.equal(sceneOf(common, { ...mine, state: "removed" }, 70_000).name, "gone");
  assert.equal(sceneOf({ ...common, phase: "closed" }, mine, 70_000).name, "closed");
});

test("in a pair the turns follow the timeline", () => {
  assert.deepEqual(turnOf(common, pair, 90_000), { speaker: 0, swapping: false, last: false, fraction: 0.25, remaining: 90_000 });
  assert.equal(turnOf(common, pair, 182_000)?.swapping, true);
  assert.equal(turnOf(common, pair, 200_000)?.speaker, 1);
  assert.equal(turnOf(common, pair, 310_000), undefined);
});

test("in a trio each has a third, and everyone knows who tells", () => {
  const turns = [61, 139, 144, 223, 304].map((s) => turnOf(common, trio, s * 1000)!);
  assert.deepEqual(turns.map((turn) => turn.speaker), [0, 1, 1, 2, 2]);
  assert.deepEqual(turns.map((turn) => turn.swapping), [false, true, false, true, false]);
  assert.equal(speakerOf(trio, turns[0]!)?.name, "Sem");
  assert.equal(speakerOf(trio, turns[4]!)?.name, "Mo");
});

test("a round may have questions of its own", () => {
  const own = { challenge: "Another", give_and_take: "Pair" };
  const varied = { ...common, invitation: { ...invitation, per_round: [invitation, own] } };
  assert.deepEqual(questionsOf(varied, 2), own);
  assert.equal(questionsOf(varied, 3).challenge, invitation.challenge);
});

test("what was broken off before its talk is no conversation", () => {
  const all = { ...mine, envelopes: [1, 2, 3].map((round) => ({ ...pair, round })) };
  const held = (timeline: Common["timeline"]) => conversations({ common: { ...common, timeline }, mine: all }).map(({ round }) => round);
  assert.deepEqual(held(common.timeline), [1, 2, 3]);
  const finding = common.timeline.findIndex(({ kind, round }) => kind === "find" && round === 3);
  assert.deepEqual(held([...common.timeline.slice(0, finding + 1), common.timeline.at(-1)!]), [1, 2]);
});
