/**
 * How far up an odd number looks in a round (negative: down); an even number looks as far the other way: 1, −1, 3, −3, 5 …
 * Odd always meets even and never twice the same, however many were counted off. At both ends some find no such number:
 * those find each other.
 */
export function stepOf(round: number): number {
  const size = 2 * Math.ceil(round / 2) - 1;
  return round % 2 === 1 ? size : -size;
}

/** Two examples for the wall: who meets in this round. */
export function examplesOf(round: number): readonly [number, number][] {
  const step = stepOf(round);
  const first = step > 0 ? 1 : 1 - step;
  const odd = first % 2 === 1 ? first : first + 1;
  return [odd, odd + 2].map((one) => [one, one + step]);
}
