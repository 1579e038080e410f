// Of all pages of one device that show a gathering only one rings: two bells of one loudspeaker are none. They tell each other what
// they can; whoever can ring and is looked at goes first. Timers of a hidden page may sleep, answers do not: so a page is gone when
// it has not answered the last call, however long ago that was.

import { signal } from "@preact/signals-core";

/** Whether another page of this device rings instead of this one. */
export const elsewhere = signal(false);

interface Word {
  from: string;
  /** 0: cannot ring; 1: can, unseen; 2: can, and is looked at; -1: goodbye */
  rank: number;
  /** whether an answer is wanted */
  call: boolean;
}

const EVERY_MS = 1000;
const joined = new Set<string>();

/** Whether somebody else of these goes before us. Equals are told apart by their names. */
export function comesFirst(self: Pick<Word, "from" | "rank">, others: Iterable<readonly [string, number]>): boolean {
  return [...others].some(([from, rank]) => rank > 0 && (rank > self.rank || (rank === self.rank && from > self.from)));
}

/** Rings for this gathering together with the other pages of this device. `able`: whether this page can be heard at all. */
export function shareBell(gathering: string, able: () => boolean, changed: () => void): void {
  if (typeof BroadcastChannel === "undefined" || joined.has(gathering)) return;
  joined.add(gathering);
  const channel = new BroadcastChannel(`tingsha.${gathering}`);
  const from = `${Math.random()}`;
  const others = new Map<string, { rank: number; heard: number }>();
  let called = 0;

  const rank = () => (able() ? (document.hidden ? 1 : 2) : 0);
  const say = (call: boolean, as = rank()) => channel.postMessage({ from, rank: as, call } satisfies Word);
  const decide = () => {
    const before = elsewhere.value;
    elsewhere.value = comesFirst({ from, rank: rank() }, [...others].map(([name, other]) => [name, other.rank] as const));
    if (elsewhere.value !== before) changed();
  };
  const call = () => {
    const now = performance.now();
    if (now - called < EVERY_MS / 2) return say(true);
    for (const [name, { heard }] of others) if (heard < called) others.delete(name);
    called = now;
    say(true);
    decide();
  };

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.rank < 0) others.delete(data.from);
    else others.set(data.from, { rank: data.rank, heard: performance.now() });
    if (data.call) say(false);
    decide();
  };
  setInterval(call, EVERY_MS);
  document.addEventListener("visibilitychange", call);
  addEventListener("pagehide", () => say(false, -1));
  addEventListener("pageshow", call);
  call();
}
