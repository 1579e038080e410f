// Rings this device's bell at the instants of the timeline. Strokes are laid on the sound card's own time well ahead, so a busy
// page or a lost network does not matter; they are taken back when the timeline or the clock moves.

import { signal } from "@preact/signals-core";
import { onSync, onTimer, serverNow, synced } from "./clock.ts";
import type { Cue, CueKind } from "./cues.ts";
import { elsewhere, shareBell } from "./one-bell.ts";
import { tingsha } from "./tingsha.ts";

/** The measuring point: all sound of the page goes through `out`. */
export interface TingshaAudio {
  ctx: AudioContext;
  out: GainNode;
}

declare global {
  interface Window {
    tingshaAudio?: TingshaAudio;
  }
}

/** `silent`: no tap yet, or the phone slept: one tap is needed. */
export const sound = signal<"silent" | "armed">("silent");

interface Laid {
  cue: Cue;
  /** where on the sound card's time it was laid, s */
  at: number;
  silence: () => void;
}

const AHEAD_MS = 20_000;
const AHEAD_HIDDEN_MS = 150_000; // timers of a hidden page may run once a minute
const TEND_MS = 250;
const LATE_MS = 2000;
const MOVED_S = 0.005;
const STROKES: Record<CueKind, readonly { after: number; strength: number; length: number }[]> = {
  begin: [{ after: 0, strength: 0.3, length: 0.5 }],
  swap: [{ after: 0, strength: 0.3, length: 0.5 }],
  soon: [],
  bell: [
    { after: 0, strength: 0.75, length: 1 },
    { after: 1.4, strength: 0.6, length: 1 },
  ],
  ring: [{ after: 0, strength: 0.75, length: 1 }],
  closing: [{ after: 0, strength: 0.8, length: 1.6 }],
};

let audio: TingshaAudio | undefined;
let cues: readonly Cue[] = [];
let onCue: (cue: Cue) => void = () => {};
const laid = new Map<string, Laid>();
const shown = new Set<string>();

/** How often a sound card that would not wake is given up for a new one. */
const MOST_CARDS = 3;
let stuck = false;
let cards = 0;

/** Opens the sound. Must be called from a tap or key press; may be called again, and must be after the phone slept. */
export async function arm(): Promise<void> {
  if (audio && stuck && audio.ctx.state !== "running" && cards < MOST_CARDS) giveUp();
  audio ??= open();
  await wake();
  stuck = audio?.ctx.state !== "running";
  tend();
}

/** Without a sound device some browsers never answer. */
async function wake(): Promise<void> {
  await Promise.race([audio?.ctx.resume().catch(() => {}), new Promise((go) => setTimeout(go, 1000))]);
}

/** After a call, an iPhone's sound may stay interrupted whatever one asks of it: the next tap opens a new one. */
function giveUp(): void {
  cards++;
  stuck = false;
  for (const one of laid.values()) one.silence();
  laid.clear();
  void audio?.ctx.close().catch(() => {});
  audio = undefined;
}

/** Of several pages of this device that show this gathering only one rings. */
export function ringAsOne(gathering: string): void {
  shareBell(gathering, () => sound.value === "armed" && cues.some((cue) => cue.sounds), tend);
}

function open(): TingshaAudio | undefined {
  if (typeof AudioContext === "undefined") return undefined;
  const session = (navigator as { audioSession?: { type: string } }).audioSession;
  if (session) session.type = "playback"; // an iPhone's silent switch would mute the bell
  const ctx = new AudioContext({ latencyHint: "interactive" });
  const out = ctx.createGain();
  out.connect(ctx.destination);
  const breath = ctx.createConstantSource(); // a sound card that idles would wake late
  breath.offset.value = 0;
  breath.connect(out);
  breath.start();
  ctx.addEventListener("statechange", tend);
  window.tingshaAudio = { ctx, out };
  return window.tingshaAudio;
}

/** The cues from now on: replaces what was planned before. */
export function plan(next: readonly Cue[]): void {
  cues = next;
  tend();
}

/** One stroke now, to hear it. */
export function strikeNow(strength = 0.6): void {
  if (audio) tingsha(audio.ctx, audio.out, audio.ctx.currentTime + 0.02, { strength });
}

/** Starts ringing; `show` is called at each cue for light and vibration. Call once. */
export function keepRinging(show: (cue: Cue) => void): void {
  onCue = show;
  onSync(tend);
  document.addEventListener("visibilitychange", () => {
    tend();
    if (!document.hidden && audio) void wake().then(tend); // what only slept wakes without a tap
  });
  const turn = () => {
    tend();
    const now = serverNow();
    const next = Math.min(...cues.map((cue) => cue.at).filter((at) => at > now));
    setTimeout(turn, Math.min(TEND_MS, next - now + 1));
  };
  turn();
}

const mute = () => sound.value === "silent" || elsewhere.value;

function tend(): void {
  sound.value = audio?.ctx.state === "running" ? "armed" : "silent";
  const now = serverNow();
  takeBack(now);
  for (const cue of cues) {
    if (cue.sounds) lay(cue, now);
    light(cue, now);
  }
}

const key = (cue: Cue) => `${cue.kind}${cue.at}`;

/** A stroke is taken back when its cue is gone, or when the sound card's time moved under it (a card that stood still rings late). */
function takeBack(now: number): void {
  const wanted = new Set(cues.filter((cue) => cue.sounds).map(key));
  for (const [name, one] of laid) {
    const started = audio !== undefined && one.at <= audio.ctx.currentTime;
    if (started) {
      // Or its rest would sound whenever the phone wakes; or it began just then, long after its bell.
      if (sound.value === "silent" || Math.abs(one.at - cardTime(one.cue.at)) > LATE_MS / 1000) one.silence();
      if (one.cue.at < now - 60_000) laid.delete(name);
    } else if (!wanted.has(name) || mute() || Math.abs(one.at - cardTime(one.cue.at)) > MOVED_S) {
      one.silence();
      laid.delete(name);
    }
  }
}

function lay(cue: Cue, now: number): void {
  const ahead = document.hidden ? AHEAD_HIDDEN_MS : AHEAD_MS;
  if (!audio || mute() || !synced()) return;
  if (cue.at > now + ahead || cue.at < now - LATE_MS || laid.has(key(cue))) return;
  const { ctx, out } = audio;
  const at = Math.max(cardTime(cue.at), ctx.currentTime);
  const strokes = STROKES[cue.kind].map((one) => tingsha(ctx, out, at + one.after, one));
  laid.set(key(cue), { cue, at, silence: () => strokes.forEach((silence) => silence()) });
}

function light(cue: Cue, now: number): void {
  if (!synced() || cue.at > now || cue.at < now - LATE_MS || shown.has(key(cue))) return;
  shown.add(key(cue));
  onCue(cue);
}

/** The sound card's time (s) at which something must start to be heard at this server instant. */
function cardTime(serverMs: number): number {
  const ctx = audio!.ctx;
  const timer = onTimer(serverMs);
  const stamp = ctx.getOutputTimestamp();
  const fresh = stamp.contextTime && stamp.performanceTime && Math.abs(stamp.performanceTime - performance.now()) < 1000;
  if (fresh) return stamp.contextTime! + (timer - stamp.performanceTime!) / 1000;
  return ctx.currentTime + (timer - performance.now()) / 1000 - (ctx.outputLatency || ctx.baseLatency || 0);
}
