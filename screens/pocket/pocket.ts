// A gathering that lives on this one device: no server, nobody joined. It is kept here, so that a reload goes on where it was.

import { signal } from "@preact/signals";
import { serverNow } from "../shared/clock.ts";
import { PRESETS, type Preset } from "../shared/presets.ts";
import { forget, keep, recall } from "../shared/storage.ts";
import type { Language } from "../shared/texts/language.ts";
import { timelineOf } from "../shared/timeline.ts";
import type { Question } from "../shared/wire.ts";
import { counting } from "../shared/scenes/count.ts";
import type { Playing } from "../shared/scenes/scene.ts";
import { extended, resumed, skipped } from "./shift.ts";

/** The same shape as a stage's document, so that the stage's scenes can play it. */
export type Pocket = Playing & { ring_at?: number };

const STALE_MS = 3_600_000;

export const pocket = signal<Pocket | undefined>(left());

/** What an earlier visit left running, unless it was over long ago. */
function left(): Pocket | undefined {
  try {
    const kept = JSON.parse(recall("pocket", "gathering") ?? "null") as Pocket | null;
    const ends = kept?.paused_at ?? kept?.timeline.at(-1)?.ends ?? 0;
    return kept && ends > Date.now() - STALE_MS ? kept : undefined;
  } catch {
    return undefined;
  }
}

function set(next: Pocket): void {
  pocket.value = next;
  keep("pocket", "gathering", JSON.stringify(next));
}

/** `people`: as many as counted off; nothing when they find each other without numbers. */
export function begin(language: Language, invitation: Question, preset: Preset, people?: number): void {
  const plan = PRESETS[preset];
  const now = serverNow();
  set({
    language,
    title: "",
    milling: people === undefined ? "free" : "numbers",
    ...(people !== undefined && { counted: Array<number>(plan.rounds).fill(people) }),
    invitation,
    plan,
    timeline: timelineOf(plan, now),
    counts: { here: 0, in_conversation: 0, looking: 0 },
    rehearsal: preset === "rehearsal",
    bell: "devices",
    ring_at: now + 300, // one stroke at once: everybody hears that it has begun, and that the sound works
  });
}

export function stop(): void {
  pocket.value = undefined;
  forget("pocket");
}

/** Pauses, or goes on. */
export function halt(): void {
  const held = pocket.value;
  if (!held) return;
  const now = serverNow();
  const { paused_at, ...rest } = held;
  if (paused_at === undefined) set({ ...rest, paused_at: now });
  else set({ ...rest, timeline: resumed(held, now) });
}

export function extend(seconds: number): void {
  const held = pocket.value;
  if (held) set({ ...held, timeline: extended(held, serverNow(), seconds * 1000) });
}

export function skip(): void {
  const held = pocket.value;
  if (held) set({ ...held, timeline: skipped(held, serverNow()) });
}

/** Somebody came later, or went: so many there are from the next finding on. */
export function count(people: number): void {
  const held = pocket.value;
  if (held) set({ ...held, counted: counting(held, people, serverNow()) });
}

export function ring(): void {
  const held = pocket.value;
  if (held) set({ ...held, ring_at: serverNow() + 100 });
}
