// Each cue in light and vibration too, for whoever does not hear it.

import { effect } from "@preact/signals-core";
import type { Cue, CueKind } from "./cues.ts";

const VIBRATION: Record<CueKind, number[]> = {
  begin: [60],
  swap: [120],
  soon: [],
  bell: [300, 200, 300],
  ring: [300],
  closing: [500],
};
const LIT_MS: Record<CueKind, number> = { begin: 900, swap: 1200, soon: 20_000, bell: 3000, ring: 3000, closing: 4000 };

let dim: ReturnType<typeof setTimeout> | undefined;

/** Lights the page (`data-cue` on the body, styled in look.css) and shakes the device. */
export function show(cue: Cue): void {
  document.body.dataset.cue = cue.kind;
  clearTimeout(dim);
  dim = setTimeout(() => delete document.body.dataset.cue, LIT_MS[cue.kind]);
  if (VIBRATION[cue.kind].length) navigator.vibrate?.(VIBRATION[cue.kind]);
}

/** Keeps a word on the root element in step with what is shown: `data-<name>`. */
export function mark(name: string, read: () => string): void {
  effect(() => {
    document.documentElement.dataset[name] = read();
  });
}
