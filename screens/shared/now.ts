// One heartbeat for a page that shows time.

import { signal } from "@preact/signals";
import { onSync, serverNow } from "./clock.ts";

/** Server ms, ten times a second: often enough for digits to turn over on the beat and a ring to look alive. */
export const now = signal(serverNow());

const BEAT_MS = 100;

/** Starts the heartbeat; call once. */
export function keepNow(): void {
  const beat = () => (now.value = serverNow());
  setInterval(beat, BEAT_MS);
  onSync(beat);
}
