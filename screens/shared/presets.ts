import type { PlanView } from "./wire.ts";

export type Preset =
  | "classic"
  | "quick"
  | "first-day"
  | "cross-functional"
  | "innovators-apart"
  | "liquid-courage"
  | "rehearsal";

const CLASSIC: PlanView = { rounds: 3, turn_s: 120, think_s: 30, find_s: 30, swap_s: 5, breathe_s: 20, debrief_s: 240 };

/** Lengths in seconds. In a gathering with people the size of the crowd proposes `find_s` instead. */
export const PRESETS: Record<Preset, PlanView> = {
  classic: CLASSIC,
  quick: { ...CLASSIC, turn_s: 60, think_s: 20, breathe_s: 15, debrief_s: 180 },
  "first-day": { ...CLASSIC, turn_s: 90, think_s: 45 },
  "cross-functional": CLASSIC,
  "innovators-apart": { ...CLASSIC, find_s: 45 },
  "liquid-courage": { ...CLASSIC, turn_s: 60, think_s: 20, debrief_s: 300 },
  rehearsal: { rounds: 3, turn_s: 10, think_s: 5, find_s: 5, swap_s: 2, breathe_s: 5, debrief_s: 20 },
};

/** Which ready questions belong to a preset; the same key as in the library. */
export const PURPOSE: Partial<Record<Preset, string>> = {
  "first-day": "first-day",
  "cross-functional": "cross-functional",
  "innovators-apart": "innovators-apart",
};

/** As the server knows it: a rehearsal is a classic one that says on every screen what it is. */
export function serverPreset(preset: Preset): string {
  return preset === "rehearsal" ? "classic" : preset;
}
