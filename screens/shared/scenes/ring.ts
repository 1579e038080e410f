// Two rings that face each other, of which one turns: the same sums as in src/tingsha/pairs/ring.py.

/** Two or three numbers, the lowest first. */
export type Unit = readonly number[];

/** From how many people on, by the number of rounds, an odd ring has a trio for every round with nobody in two. */
const LEAST_ODD = [3, 9, 13, 17, 21, 27, 29, 35, 37, 43];

/** How far up an odd number looks in a round (counted from 1), and an even one down: three, then two further. */
export function stepOf(round: number): number {
  return 2 * round + 1;
}

export function turnsWell(people: number, rounds: number): boolean {
  return people % 2 === 0 ? people >= 2 * rounds : people >= (LEAST_ODD[rounds - 1] ?? Infinity);
}

export function ring(people: number, rounds: number): Unit[][] {
  const hosts = people % 2 ? hostsOf(people, rounds) : [];
  return Array.from({ length: rounds }, (_, at) => roundOf(people, at + 1, hosts[at]));
}

function roundOf(people: number, round: number, host: number | undefined): Unit[] {
  const places = people + (people % 2);
  const up = stepOf(round) % places;
  const units: Unit[] = [];
  for (let odd = 1; odd <= people - up; odd += 2) units.push([odd, odd + up]);
  // Past the last number on goes from the first: there an odd number meets one below.
  for (let odd = places - up + 2; odd < places; odd += 2) units.push([odd + up - places, odd]);
  if (host === undefined) return sorted(units);
  return sorted(units.map((unit) => (unit.includes(host) ? rising([...unit, places - up]) : unit)));
}

/** Per round the even number whose pair takes in who is left over: so that nobody meets twice or is in two trios. */
function hostsOf(people: number, rounds: number): number[] {
  const places = people + 1;
  const around = (number: number) => (((number - 1) % places) + places) % places + 1;
  const steps = new Set(Array.from({ length: rounds }, (_, at) => stepOf(at + 1) % places));
  const chosen: number[] = [];
  const busy = new Set<number>();

  const choose = (round: number): boolean => {
    if (round > rounds) return true;
    const left = around(places - stepOf(round));
    for (let turn = 0; turn < places; turn += 2) {
      const even = around(left + 2 * rounds + 3 + turn);
      const odd = around(even - stepOf(round));
      const trio = [left, odd, even];
      const apart = (even - left + places) % places;
      if (even === places || steps.has(apart) || odd === left || trio.some((each) => busy.has(each))) continue;
      trio.forEach((each) => busy.add(each));
      chosen.push(even);
      if (choose(round + 1)) return true;
      trio.forEach((each) => busy.delete(each));
      chosen.pop();
    }
    return false;
  };

  choose(1);
  return chosen;
}

export function rising(numbers: readonly number[]): Unit {
  return [...numbers].sort((a, b) => a - b);
}

export function sorted(units: readonly Unit[]): Unit[] {
  return [...units].sort(order);
}

/** By the first number, then by the next; a shorter one first. */
export function order(a: Unit, b: Unit): number {
  for (let at = 0; at < a.length && at < b.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return a.length - b.length;
}
