import { instant, standing } from "../shared/segments.ts";
import type { Common, Envelope, Mine, Partner } from "../shared/wire.ts";

export type SceneName =
  | "waiting"
  | "gone"
  | "away"
  | "lobby"
  | "think"
  | "find"
  | "talk"
  | "thanks"
  | "together"
  | "closed";

/** What this phone shows. `round` is 0 outside the rounds. */
export interface Scene {
  name: SceneName;
  round: number;
}

const LOBBY: Scene = { name: "lobby", round: 0 };

/** The scene at a server instant. It needs no news from the server: the timeline and the envelopes were sent ahead. */
export function sceneOf(common: Common, mine: Mine, now: number): Scene {
  if (mine.state === "waiting") return { name: "waiting", round: 0 };
  if (mine.state === "left" || mine.state === "removed") return { name: "gone", round: 0 };
  if (common.phase === "closed") return { name: "closed", round: 0 };
  const scene = common.phase === "lobby" ? LOBBY : runningScene(common, now);
  // Looking back is for everybody, also for who sat out a conversation.
  return mine.away && scene.name !== "together" ? { name: "away", round: 0 } : scene;
}

function runningScene(common: Common, now: number): Scene {
  const stands = standing(common, now);
  if (!stands) return { name: common.phase === "together" ? "together" : "lobby", round: 0 };
  const { segment } = stands;
  switch (segment.kind) {
    case "think":
      return { name: "think", round: 0 };
    case "find":
      return { name: "find", round: segment.round };
    case "turn":
    case "swap":
      return { name: "talk", round: segment.round };
    case "bell":
    case "breathe":
      return { name: "thanks", round: segment.round };
    case "debrief":
      return afterLastBell(common, instant(common, now) - segment.starts);
  }
}

/** The last round has no breath of its own: its thanks come at the head of the debrief. */
function afterLastBell(common: Common, since: number): Scene {
  const last = common.timeline.at(-2);
  if (last?.kind !== "bell" || since >= common.plan.breathe_s * 1000) return { name: "together", round: 0 };
  return { name: "thanks", round: last.round };
}

export function envelopeOf(mine: Mine, round: number): Envelope | undefined {
  return mine.envelopes.find((one) => one.round === round);
}

/** The questions of a round; another one per round where the host chose so. */
export function questionsOf(common: Common, round: number): { challenge: string; give_and_take: string } {
  return common.invitation.per_round?.[round - 1] ?? common.invitation;
}

/** Whose turn it is in a talk. `speaker` counts from 0; `swapping` while the turn changes hands. */
export interface Turn {
  speaker: number;
  swapping: boolean;
  last: boolean;
  fraction: number;
  remaining: number;
}

/** The partner whose turn it is. Partners come in the order in which they speak, without this phone's own person. */
export function speakerOf(envelope: Envelope, turn: Turn): Partner | undefined {
  return envelope.partners[turn.speaker < envelope.speaker ? turn.speaker : turn.speaker - 1];
}

/** The turn at this instant; a trio keeps its own thirds, counted from the start of the round's first turn. */
export function turnOf(common: Common, envelope: Envelope | undefined, now: number): Turn | undefined {
  const stands = standing(common, now);
  if (!stands || (stands.segment.kind !== "turn" && stands.segment.kind !== "swap")) return undefined;
  const { segment, fraction, remaining } = stands;
  const first = common.timeline.find((one) => one.kind === "turn" && one.round === segment.round);
  if (envelope?.turns?.length && first) return trioTurn(envelope.turns, instant(common, now) - first.starts);
  const swapping = segment.kind === "swap";
  const speaker = swapping ? 1 : (segment.speaker ?? 0);
  return { speaker, swapping, last: speaker === 1, fraction: swapping ? 0 : fraction, remaining };
}

function trioTurn(turns: NonNullable<Envelope["turns"]>, since: number): Turn {
  let index = turns.findIndex((turn) => since < turn.after_ms + turn.lasts_ms);
  if (index < 0) index = turns.length - 1;
  const turn = turns[index]!;
  const remaining = Math.max(0, Math.min(turn.lasts_ms, turn.after_ms + turn.lasts_ms - since));
  const fraction = 1 - remaining / Math.max(1, turn.lasts_ms);
  return { speaker: turn.speaker, swapping: since < turn.after_ms, last: index === turns.length - 1, fraction, remaining };
}
