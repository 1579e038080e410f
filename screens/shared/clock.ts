// Keeps this device in step with the server. Everything hangs on the monotonic timer: a phone's own idea of the time of day
// may be hours wrong or jump while we look, so it is only ever asked whether the phone has slept, and how far it was off last
// time, for a page that comes back while the server is gone.

import { keep, recall } from "./storage.ts";

export interface Sample {
  /** round trip in ms */
  trip: number;
  /** server time minus the monotonic timer, in ms */
  offset: number;
}

export interface Reading extends Sample {
  /** monotonic ms at which it was taken */
  taken: number;
}

const BATCH = 12;
const COLD = 4;
const EVERY_MS = 4 * 60_000;
const DRIFT_PER_MS = 100e-6;
/** A reading with a shorter round trip is good enough for bells that ring together; a longer one is asked for again. */
const NEAR_MS = 4;
const TRIES = 8;
/** How far what was remembered may be off, as a round trip: less than any answer of the server is worth. */
const REMEMBERED_TRIP = 1000;
const REMEMBERED_FOR_MS = 12 * 3_600_000;

/** The sample with the least round trip: the others only add waiting to both sides unequally. */
export function best(samples: readonly Sample[]): Sample | undefined {
  return samples.reduce<Sample | undefined>((least, one) => (!least || one.trip < least.trip ? one : least), undefined);
}

/** Half the round trip, growing with age, is how far a reading may be off. A worse reading that agrees changes nothing. */
export function better(held: Reading | undefined, fresh: Reading): Reading {
  if (!held) return fresh;
  const heldError = held.trip / 2 + (fresh.taken - held.taken) * DRIFT_PER_MS;
  const freshError = fresh.trip / 2;
  const agree = Math.abs(held.offset - fresh.offset) <= heldError + freshError;
  return agree && heldError < freshError ? held : fresh;
}

/** How long the phone slept with its monotonic timer standing still, in ms; 0 when it was only the wall clock that was set. */
export function slept(wallPassed: number, timerPassed: number, wasHidden: boolean): number {
  const gap = wallPassed - timerPassed;
  return wasHidden && gap > 2000 ? gap : 0;
}

let reading: Reading | undefined;
let asleep = 0;
const followers = new Set<() => void>();

/** Server time now, ms since the epoch. Before the first answer it is the device's own. */
export function serverNow(): number {
  return performance.now() + offset();
}

/** Where a server instant lies on the monotonic timer (`performance.now()`), in ms. */
export function onTimer(serverMs: number): number {
  return serverMs - offset();
}

export function synced(): boolean {
  return reading !== undefined;
}

/** Called whenever the clock was set anew. */
export function onSync(follow: () => void): void {
  followers.add(follow);
}

function offset(): number {
  return (reading?.offset ?? performance.timeOrigin) + asleep;
}

async function ask(): Promise<Sample> {
  const left = performance.now();
  const answer = await fetch("/api/clock", { cache: "no-store", signal: AbortSignal.timeout(5000) });
  const { now } = (await answer.json()) as { now: number };
  const back = performance.now();
  return { trip: back - left, offset: now - (left + back) / 2 };
}

async function batch(size: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let i = 0; i < size; i++) samples.push(await ask());
  return samples;
}

function take(sample: Sample | undefined): void {
  if (!sample) return;
  reading = better(asleep ? undefined : reading, { ...sample, taken: performance.now() });
  asleep = 0;
  for (const follow of followers) follow();
}

const CLOCK = "clock";

function remember(): void {
  keep(CLOCK, "offset", `${Math.round(serverNow() - Date.now())} ${Date.now()}`);
}

/** Server time minus this device's time of day, in ms, as it was last known; 0 when it was not. */
export function wallOffset(): number {
  if (reading) return serverNow() - Date.now();
  const [off = 0, at = 0] = (recall(CLOCK, "offset") ?? "").split(" ").map(Number);
  return Math.abs(Date.now() - at) < REMEMBERED_FOR_MS ? off : 0;
}

/** Without a server there is still what this device knew of it. */
function fallBack(): void {
  if (reading || recall(CLOCK, "offset") === undefined) return;
  take({ trip: REMEMBERED_TRIP, offset: Date.now() + wallOffset() - performance.now() });
}

let syncing: Promise<void> | undefined;
let tries = 0;

/** On a crowded network the first readings are poor; a few seconds later they rarely are. */
function tryAgainIfFar(): void {
  if (!reading || reading.trip <= NEAR_MS || tries >= TRIES) return;
  tries++;
  setTimeout(() => void sync(), 1500 + Math.random() * 2500);
}

/** Asks the server for the time. A server that is gone leaves the clock as it was. */
export function sync(): Promise<void> {
  syncing ??= (async () => {
    try {
      const cold = await batch(COLD); // connection set-up and first routes cost tens of ms one way
      if (!reading) take(best(cold));
      take(best(await batch(BATCH)));
      remember();
      tryAgainIfFar();
    } catch {
      fallBack(); // no server: the last offset stands
    } finally {
      syncing = undefined;
    }
  })();
  return syncing;
}

/** For a page that needs no server (the pocket): its own monotonic timer is the clock. */
export function keepOwnTime(): void {
  take({ trip: 0, offset: performance.timeOrigin });
}

/** Starts keeping time; call once, before `keepRinging`. */
export function keepTime(): void {
  let wall = Date.now();
  let timer = performance.now();
  let hidden = document.hidden;

  const look = () => {
    const gap = Date.now() - wall - (performance.now() - timer);
    const nap = slept(gap, 0, hidden);
    // A laptop may sleep with its page in sight, or its time of day was set: the server knows which.
    if (nap === 0 && Math.abs(gap) > 2000) void sync();
    wall = Date.now();
    timer = performance.now();
    hidden = document.hidden;
    if (nap === 0) return;
    asleep += nap;
    for (const follow of followers) follow();
    void sync();
  };

  setInterval(look, 1000);
  document.addEventListener("visibilitychange", () => {
    look();
    if (!document.hidden) void sync();
  });
  addEventListener("online", () => void sync());
  setInterval(() => {
    tries = 0;
    void sync();
  }, EVERY_MS * (0.8 + Math.random() * 0.4));
  void sync();
}
