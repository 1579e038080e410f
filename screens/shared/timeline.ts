import type { PlanView, Segment } from "./wire.ts";

/** The whole timeline of a plan, in the order the server makes it; times in ms, `start` in the clock of the caller. */
export function timelineOf(plan: PlanView, start: number): Segment[] {
  const timeline: Segment[] = [];
  let at = start;
  const add = (kind: Segment["kind"], round: number, seconds: number, who: Pick<Segment, "speaker"> = {}) => {
    const ends = at + seconds * 1000;
    timeline.push({ kind, round, starts: at, ends, ...who });
    at = ends;
  };

  add("think", 0, plan.think_s);
  for (let round = 1; round <= plan.rounds; round++) {
    add("find", round, plan.find_s);
    add("turn", round, plan.turn_s, { speaker: 0 });
    add("swap", round, plan.swap_s);
    add("turn", round, plan.turn_s, { speaker: 1 });
    add("bell", round, 0);
    if (round < plan.rounds) add("breathe", round, plan.breathe_s);
  }
  add("debrief", 0, plan.debrief_s);
  return timeline;
}
