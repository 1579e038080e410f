import type { PlanView } from "./wire.ts";

export type Preset = "classic" | "quick" | "rehearsal";

/** Lengths in seconds. In a gathering with people the size of the crowd proposes `find_s` instead. */
export const PRESETS: Record<Preset, PlanView> = {
  classic: { rounds: 3, turn_s: 120, think_s: 30, find_s: 30, swap_s: 5, breathe_s: 20, debrief_s: 240 },
  quick: { rounds: 3, turn_s: 60, think_s: 20, find_s: 30, swap_s: 5, breathe_s: 15, debrief_s: 180 },
  rehearsal: { rounds: 3, turn_s: 10, think_s: 5, find_s: 5, swap_s: 2, breathe_s: 5, debrief_s: 20 },
};
