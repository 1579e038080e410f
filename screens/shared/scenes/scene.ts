import { instant, standing, type Standing } from "../segments.ts";
import type { Common, Question, Segment } from "../wire.ts";

/** As much of a gathering as can be played without a server: what the stage and the pocket have in common. */
export type Playing = Pick<
  Common,
  "language" | "title" | "milling" | "invitation" | "plan" | "timeline" | "paused_at" | "counts" | "counted" | "rehearsal" | "bell"
> &
  Partial<Pick<Common, "patterns" | "debrief">>;

export type SceneName = "think" | "find" | "first" | "swap" | "second" | "bell" | "breathe" | "debrief" | "over";

export interface Scene {
  name: SceneName;
  /** 0 outside the rounds */
  round: number;
  /** the last thanks, after which there is nobody new to find */
  last: boolean;
  standing: Standing;
}

/** The bell's wave is seen this long. */
const RINGING_MS = 5000;

/** What the room sees at a server instant. It needs no news from the server: the timeline was sent ahead. */
export function sceneOf(playing: Playing, now: number): Scene | undefined {
  const stands = standing(playing, now);
  if (!stands) return undefined;
  const { segment } = stands;
  const at = instant(playing, now);
  const rung = playing.timeline.findLast((one) => one.kind === "bell" && one.starts <= at);
  const thanking = rung !== undefined && at < rung.starts + thanksMs(playing);
  if (thanking && (segment.kind === "breathe" || segment.kind === "debrief")) {
    const name = at < rung.starts + RINGING_MS ? "bell" : "breathe";
    return { name, round: rung.round, last: segment.kind === "debrief", standing: stands };
  }
  return { name: nameOf(segment, at), round: segment.round, last: false, standing: stands };
}

/** The last round has no breath of its own: its thanks come at the head of the debrief. */
function thanksMs(playing: Playing): number {
  return Math.max(RINGING_MS, playing.plan.breathe_s * 1000);
}

function nameOf(segment: Segment, at: number): SceneName {
  switch (segment.kind) {
    case "turn":
      return segment.speaker === 1 ? "second" : "first";
    case "debrief":
      return at >= segment.ends ? "over" : "debrief";
    default:
      return segment.kind;
  }
}

/** The questions of a round; other ones per round where the host chose so. */
export function questionsOf(playing: Pick<Common, "invitation">, round: number): Question {
  return playing.invitation.per_round?.[round - 1] ?? playing.invitation;
}
