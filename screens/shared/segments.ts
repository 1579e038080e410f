import type { Common, Segment } from "./wire.ts";

/** Where the gathering stands. All times in ms, server clock. */
export interface Standing {
  segment: Segment;
  index: number;
  /** 0 at the start of the segment, 1 at its end */
  fraction: number;
  remaining: number;
  paused: boolean;
}

type Timed = Pick<Common, "timeline" | "paused_at">;

/** While paused the timeline stands, and so does its clock. */
export function instant(common: Timed, now: number): number {
  return common.paused_at ?? now;
}

/** The running segment; before the first one that is the first, after the last one the last. */
export function standing(common: Timed, now: number): Standing | undefined {
  const at = instant(common, now);
  const { timeline } = common;
  let index = timeline.findIndex((one) => at < one.ends);
  if (index < 0) index = timeline.length - 1;
  const segment = timeline[index];
  if (!segment) return undefined;
  const length = segment.ends - segment.starts;
  const remaining = Math.max(0, Math.min(length, segment.ends - at));
  const fraction = length > 0 ? 1 - remaining / length : 1;
  return { segment, index, fraction, remaining, paused: common.paused_at != null };
}

/** How many rounds the timeline holds. */
export function roundsOf(timeline: readonly Segment[]): number {
  return timeline.filter((one) => one.kind === "bell").length;
}

/** The first segment of this kind in this round. */
export function segmentOf(timeline: readonly Segment[], kind: Segment["kind"], round: number): Segment | undefined {
  return timeline.find((one) => one.kind === kind && one.round === round);
}

/** Minutes and seconds: 0:04, 12:30. Seconds are rounded up, so that 0:00 means over. */
export function minutes(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
