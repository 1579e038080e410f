import { instant } from "../segments.ts";
import type { Playing } from "./scene.ts";

type Counting = Pick<Playing, "plan" | "timeline" | "counted" | "paused_at">;

/** The counts per round when so many are there from now on: as the server has it, for a gathering that has none. */
export function counting(playing: Counting, people: number, now: number): number[] {
  const from = fromRound(playing, instant(playing, now));
  return Array.from({ length: playing.plan.rounds }, (_, at) => (at + 1 < from ? (playing.counted?.[at] ?? people) : people));
}

/** The first round a new count is for: the next to be found for, but in the first finding, or without a count, this one. */
function fromRound({ timeline, counted }: Counting, at: number): number {
  const finding = timeline.filter(({ kind }) => kind === "find");
  const opened = finding.findLast(({ starts }) => starts <= at);
  if (!opened) return 1;
  const early = !counted?.length || opened.round === 1;
  return early && at < opened.ends ? opened.round : opened.round + 1;
}
