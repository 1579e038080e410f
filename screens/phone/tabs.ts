// Each scan of a partner's screen opens a new tab. Of all tabs of one phone that show a gathering only one is awake: the newest,
// or the one that was looked at last. The others let go of their line and their bell until somebody comes back to them.

import { signal } from "@preact/signals";
import type { Following } from "../shared/stream.ts";

/** Another tab of this phone has gone on. */
export const resting = signal(false);
/** Another tab has gone to rest for this one, a moment ago. */
export const tookOver = signal(false);

const TOLD_MS = 10_000;

type Line = Pick<Following<never, never>, "rest" | "renew">;
let channel: BroadcastChannel | undefined;
let line: Line | undefined;

/** This tab is the one, for as long as no other comes forward. */
export function comeForward(): void {
  if (resting.value) line?.renew();
  resting.value = false;
  channel?.postMessage("here");
}

function giveWay(): void {
  if (!resting.value) channel?.postMessage("rests");
  resting.value = true;
  line?.rest();
}

function tell(): void {
  tookOver.value = true;
  setTimeout(() => (tookOver.value = false), TOLD_MS);
}

/** Shows this gathering alone, of all tabs of this phone. A tab that is opened unseen waits until it is looked at. */
export function beTheOne(gathering: string, following: Line): void {
  line = following;
  if (typeof BroadcastChannel === "undefined") return;
  if (!channel) document.addEventListener("visibilitychange", () => !document.hidden && comeForward());
  channel?.close();
  channel = new BroadcastChannel(`tingsha.tab.${gathering}`);
  channel.onmessage = ({ data }) => (data === "here" ? giveWay() : tell());
  if (!document.hidden) comeForward();
}
