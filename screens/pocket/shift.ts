// How a timeline is shifted while it runs, as the server does it. Times in ms on this device's own clock.

import { standing } from "../shared/segments.ts";
import type { Segment } from "../shared/wire.ts";

/** As much as is needed to know where we stand. */
export interface Timed {
  timeline: Segment[];
  paused_at?: number;
}

/** The segment at this place ends at `ends`; all later ones move along. */
function lasting(timeline: readonly Segment[], place: number, ends: number): Segment[] {
  const shift = ends - timeline[place]!.ends;
  return timeline.map((segment, i) => {
    if (i < place) return segment;
    if (i === place) return { ...segment, ends };
    return { ...segment, starts: segment.starts + shift, ends: segment.ends + shift };
  });
}

/** Longer, or shorter; in the first turn both turns change, so that they stay equal. */
export function extended({ timeline, paused_at }: Timed, now: number, ms: number): Segment[] {
  const at = paused_at ?? now;
  const stands = standing({ timeline, ...(paused_at !== undefined && { paused_at }) }, now);
  if (!stands || stands.remaining === 0) return timeline;
  const { segment, index } = stands;
  const ends = Math.max(segment.ends + ms, Math.min(segment.ends, at));
  const changed = lasting(timeline, index, ends);
  if (segment.kind !== "turn" || segment.speaker !== 0) return changed;
  const other = changed.findIndex((one, i) => i > index && one.kind === "turn");
  return lasting(changed, other, changed[other]!.starts + ends - segment.starts);
}

/** The running segment ends now. */
export function skipped({ timeline, paused_at }: Timed, now: number): Segment[] {
  const at = paused_at ?? now;
  const stands = standing({ timeline, ...(paused_at !== undefined && { paused_at }) }, now);
  return stands && stands.remaining > 0 ? lasting(timeline, stands.index, at) : timeline;
}

/** What was still to come at the pause comes that much later. */
export function resumed({ timeline, paused_at }: Timed, now: number): Segment[] {
  if (paused_at === undefined) return timeline;
  const stands = standing({ timeline, paused_at }, now);
  return stands ? lasting(timeline, stands.index, stands.segment.ends + now - paused_at) : timeline;
}
