// Looking back in steps: which one runs, and how much of it is left. Without a server it is the three steps of the original.

import { instant } from "./segments.ts";
import type { Common, Debrief, DebriefStep } from "./wire.ts";

type Timed = Pick<Common, "timeline" | "paused_at"> & Partial<Pick<Common, "debrief">>;

export interface Stepping {
  form: Debrief["form"];
  steps: readonly DebriefStep[];
  /** the running step; the number of steps when all are over */
  index: number;
  /** 0 at the start of the step, 1 at its end */
  fraction: number;
  remaining: number;
}

/** Shares of the debrief: silence, with neighbours, a few voices. */
const SHARES = [0.25, 0.65, 1] as const;
const VOICES = ["silence", "pairs", "voices"] as const;

export function debriefOf({ timeline, debrief }: Timed): Debrief {
  if (debrief) return debrief;
  const last = timeline.at(-1);
  if (!last) return { form: "voices", steps: [] };
  const at = (share: number) => last.starts + Math.round(share * (last.ends - last.starts));
  return { form: "voices", steps: VOICES.map((kind, i) => ({ kind, starts: at(SHARES[i - 1] ?? 0), ends: at(SHARES[i]!) })) };
}

/** Where the debrief stands at a server instant. */
export function stepping(common: Timed, now: number): Stepping {
  const { form, steps } = debriefOf(common);
  const at = instant(common, now);
  const running = steps.findIndex((one) => at < one.ends);
  const index = running < 0 ? steps.length : running;
  const step = steps[index];
  if (!step) return { form, steps, index, fraction: 1, remaining: 0 };
  const length = Math.max(1, step.ends - step.starts);
  const remaining = Math.max(0, Math.min(length, step.ends - at));
  return { form, steps, index, fraction: 1 - remaining / length, remaining };
}

/** Whether people tell each other what they can do by themselves, in pairs or in fours. */
export const isFifteen = (form: Debrief["form"] | undefined): boolean => form === "fifteen" || form === "fifteen-fours";

const SILENT = new Set<DebriefStep["kind"]>(["silence", "alone"]);
/** Everybody listens to everybody: two strokes, eyes up. */
const WHOLE = new Set<DebriefStep["kind"]>(["voices", "all"]);

/** The strokes of a debrief: soft after silence, one between conversations, two when all come together or it is over. */
export function strokesOf({ steps }: Debrief): ["begin" | "swap" | "bell", number][] {
  const strokes: ["begin" | "swap" | "bell", number][] = [];
  for (const [i, { kind, starts, ends }] of steps.entries()) {
    const before = steps[i - 1];
    if (ends <= starts) continue;
    if (before) strokes.push([WHOLE.has(kind) ? "bell" : SILENT.has(before.kind) ? "begin" : "swap", starts]);
    if (i === steps.length - 1 && !WHOLE.has(kind)) strokes.push(["bell", ends]);
  }
  return strokes;
}
