import { strokesOf } from "./debrief.ts";
import type { Common, Envelope, Segment } from "./wire.ts";

export type CueKind = "begin" | "swap" | "soon" | "bell" | "ring" | "closing";

export interface Cue {
  /** server ms */
  at: number;
  kind: CueKind;
  /** false: light and vibration only */
  sounds: boolean;
}

/** The quiet light comes this long before the bell. */
export const SOON_MS = 20_000;

type Ringing = Pick<Common, "timeline" | "paused_at" | "ring_at" | "closing_at" | "debrief" | "bell" | "swap_cue">;

/** Everything that is still to be heard or seen, in order. A trio has its own swaps instead of the common one. */
export function cuesOf(common: Ringing, envelopes: readonly Envelope[] = []): Cue[] {
  const marks: [CueKind, number][] = [];
  if (common.paused_at == null) {
    for (const segment of common.timeline) marks.push(...marksOf(segment, common.timeline, envelopes));
    if (common.swap_cue === false) marks.splice(0, marks.length, ...marks.filter(([kind]) => kind !== "swap"));
    if (common.debrief) marks.push(...strokesOf(common.debrief));
  }
  if (common.ring_at != null) marks.push(["ring", common.ring_at]);
  if (common.closing_at != null) marks.push(["closing", common.closing_at]);
  const heard = common.bell !== "host"; // the host rings a real one: every device keeps silent
  return marks
    // The closing ring is for every device that may sound, also beside a real bell.
    .map(([kind, at]) => ({ at, kind, sounds: kind === "closing" || (heard && kind !== "soon") }))
    .sort((one, other) => one.at - other.at);
}

function marksOf(segment: Segment, timeline: readonly Segment[], envelopes: readonly Envelope[]): [CueKind, number][] {
  const turns = envelopes.find((one) => one.round === segment.round)?.turns;
  switch (segment.kind) {
    case "turn":
      if (segment.speaker !== 0) return [];
      return [["begin", segment.starts], ...trioSwaps(turns, segment.starts)];
    case "swap":
      return turns?.length ? [] : [["swap", segment.starts]];
    case "bell":
      return [...lightBefore(segment, timeline), ["bell", segment.starts]];
    default:
      return [];
  }
}

function trioSwaps(turns: Envelope["turns"], starts: number): [CueKind, number][] {
  return (turns ?? []).slice(0, -1).map((turn) => ["swap", starts + turn.after_ms + turn.lasts_ms]);
}

function lightBefore(bell: Segment, timeline: readonly Segment[]): [CueKind, number][] {
  const at = bell.starts - SOON_MS;
  const talking = timeline.find((one) => one.kind === "turn" && one.round === bell.round);
  return talking && talking.starts < at ? [["soon", at]] : [];
}
