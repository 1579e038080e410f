// How long to wait before trying again, and how a wait is cut short.

/** Somewhere between 0.5 s and a longest wait that doubles from 2 to 8 s, so that a hall that was cut off at once
 * does not come back at once. `chance` in [0, 1); ms. */
export function backOff(attempt: number, chance: number): number {
  const longest = Math.min(8000, 2000 * 2 ** Math.min(attempt, 10));
  return 500 + chance * (longest - 500);
}

const resting = new Set<() => void>();

/** A wait of so many ms, or until the line is back. */
export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resting.delete(done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    resting.add(done);
  });
}

/** The line is back: nobody rests any longer. */
export function lineIsBack(): void {
  for (const done of resting) done();
}
