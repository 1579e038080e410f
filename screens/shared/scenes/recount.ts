// When the count changes on the way: the plan for the new number, mended where people would meet again. The same search as
// in src/tingsha/pairs/recount.py, step by step.

import { order, sorted, type Unit } from "./ring.ts";

const AGAIN = 100;
const TWICE = 10;
const LATER = 1;
const MOST_BORROWED = 8;
const MOST_STEPS = 4000;

interface Past {
  met: Set<string>;
  threes: Set<number>;
  later: Set<string>;
}

type Units = readonly Unit[];

/** The next round, after those played: the first of the rounds planned, with as few repeats as can be found. */
export function recounted(played: readonly Units[], planned: readonly Units[]): Unit[] {
  const past: Past = {
    met: new Set(played.flat().flatMap(couples)),
    threes: new Set(played.flat().filter((unit) => unit.length > 2).flat()),
    later: new Set(planned.slice(1).flat().flatMap(couples)),
  };
  const cost = (unit: Unit) => costOf(past, unit);
  const broken = planned[0]!.filter((unit) => cost(unit) >= TWICE);
  if (broken.length === 0) return [...planned[0]!];
  const sound = planned[0]!.filter((unit) => cost(unit) < TWICE);
  let best: Units = broken;
  let least = broken.reduce((sum, unit) => sum + cost(unit), 0);
  for (let borrowed = 0; borrowed <= Math.min(sound.length, MOST_BORROWED) && least > 0; borrowed++) {
    const pool = [...broken, ...sound.slice(0, borrowed)].flat().sort((a, b) => a - b);
    const found = search(past, pool);
    if (found.cost < least) [best, least] = [found.units, found.cost];
  }
  const moved = new Set(best.flat());
  return sorted([...best, ...sound.filter((unit) => !unit.some((each) => moved.has(each)))]);
}

function costOf(past: Past, unit: Unit): number {
  const both = couples(unit);
  const again = both.filter((couple) => past.met.has(couple)).length;
  const later = both.filter((couple) => past.later.has(couple)).length;
  const twice = unit.length > 2 ? unit.filter((each) => past.threes.has(each)).length : 0;
  return AGAIN * again + TWICE * twice + LATER * later;
}

function couples(unit: Unit): string[] {
  return unit.flatMap((one, at) => unit.slice(at + 1).map((other) => `${one} ${other}`));
}

/** The cheapest way to put a few people together, looked for in a fixed order and for a limited time. */
function search(past: Past, pool: readonly number[]): { cost: number; units: Units } {
  let steps = 0;
  let least = -1;
  let best: Units = [];
  const go = (left: readonly number[], units: Units, cost: number): void => {
    steps++;
    if (least >= 0 && (cost >= least || steps > MOST_STEPS)) return;
    if (left.length === 0) {
      best = units;
      least = cost;
      return;
    }
    for (const [price, unit] of choices(past, left)) {
      go(left.filter((each) => !unit.includes(each)), [...units, unit], cost + price);
      if (least === 0) return;
    }
  };
  go(pool, [], 0);
  return { cost: least, units: best };
}

/** Whom the first one left could be with, the cheapest first. */
function choices(past: Past, left: readonly number[]): (readonly [number, Unit])[] {
  const [first, ...others] = left as [number, ...number[]];
  const found: Unit[] = left.length === 3 ? [] : others.map((other) => [first, other]);
  if (left.length % 2) others.forEach((one, at) => others.slice(at + 1).forEach((other) => found.push([first, one, other])));
  return found.map((unit) => [costOf(past, unit), unit] as const).sort((a, b) => a[0] - b[0] || order(a[1], b[1]));
}
