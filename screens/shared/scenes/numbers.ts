// By number: from as few numbers as were counted follows who meets whom in every round. The same sums as in
// src/tingsha/pairs/numbers.py, here for screens that are offline; both are held against the same answers by the tests.

import { LETTERS, ROUNDS } from "./few.ts";
import { recounted } from "./recount.ts";
import { ring, rising, sorted, stepOf, turnsWell, type Unit } from "./ring.ts";

export { stepOf, type Unit };

export const LEAST_COUNTED = 2;
export const MOST_COUNTED = 5000;

/** One round: how far up odd numbers look (0: there is no rule), and every unit, lowest number first. */
export interface ByNumber {
  step: number;
  units: readonly Unit[];
}

/** Every round, from how many people there were in each. */
export function byNumber(counts: readonly number[]): ByNumber[] {
  const rounds = counts.length;
  const made: ByNumber[] = [];
  counts.forEach((people, at) => {
    const planned = planOf(people, rounds);
    const here = planned[at]!;
    const changed = counts.slice(0, at + 1).some((each) => each !== counts[0]);
    if (!changed) made.push(here);
    else made.push({ step: here.step, units: recounted(made.map((one) => one.units), planned.slice(at).map((one) => one.units)) });
  });
  return made;
}

/** The units that the rule does not find: at the ends of the row, and the trio. */
export function otherwise({ step, units }: ByNumber): Unit[] {
  return units.filter((unit) => unit[0]! % 2 === 0 || unit.length !== 2 || unit[1] !== unit[0]! + step);
}

function planOf(people: number, rounds: number): ByNumber[] {
  const every = Array.from({ length: rounds }, (_, at) => at);
  if (people < 2) return every.map(() => ({ step: 0, units: [] }));
  if (turnsWell(people, rounds)) return ring(people, rounds).map((units, at) => ({ step: stepOf(at + 1), units }));
  if (people === 3) return every.map(() => ({ step: 0, units: [[1, 2, 3]] }));
  const written = people % 2 ? writtenOf(people) : Array.from({ length: people - 1 }, (_, turn) => seated(people, turn));
  return every.map((at) => ({ step: 0, units: written[at % written.length]! }));
}

/** What was found for an odd handful. */
function writtenOf(people: number): Unit[][] {
  return ROUNDS[people]!.split(" ").map((word) => {
    const row = [...word].map((letter) => LETTERS.indexOf(letter) + 1);
    const pairs = Array.from({ length: (people - 3) / 2 }, (_, at) => row.slice(3 + 2 * at, 5 + 2 * at));
    return sorted([row.slice(0, 3), ...pairs]);
  });
}

/** An even handful as at a long table: the last number stays, all others move up one place. */
function seated(people: number, turn: number): Unit[] {
  const moving = people - 1;
  const place = [people, ...Array.from({ length: moving }, (_, seat) => ((turn + seat) % moving) + 1)];
  return sorted(Array.from({ length: people / 2 }, (_, seat) => rising([place[seat]!, place.at(-1 - seat)!])));
}
