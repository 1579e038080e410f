// What a component keeps from one drawing to the next.

import { at, type Hook } from "./drawing.ts";
import { signal, type Signal } from "./signals.ts";

function hook(first: () => Hook): Hook {
  return (at.drawn!.hooks[at.hook++] ??= first());
}

type Next<T> = T | ((before: T) => T);
const worked = <A extends unknown[], T>(out: T | ((...from: A) => T), ...from: A): T =>
  typeof out === "function" ? (out as (...from: A) => T)(...from) : out;

/** Kept; another value draws anew, since whoever draws reads it. */
export function useState<T>(first: T | (() => T)): [T, (next: Next<T>) => void] {
  const cell = hook(() => ({ held: signal(worked(first)) })).held as Signal<T>;
  return [cell.value, (next) => (cell.value = worked(next, cell.peek()))];
}

export function useRef<T>(first: T): { current: T } {
  return hook(() => ({ held: { current: first } })).held as { current: T };
}

/** Runs when all is drawn, and again when one of `on` is another. */
export function useEffect(run: () => void | (() => void), on?: readonly unknown[]): void {
  const mine = hook(() => ({ held: undefined }));
  const before = mine.held as readonly unknown[] | undefined;
  mine.held = on;
  if (before && on && before.every((each, i) => each === on[i])) return;
  mine.due = () => {
    const leave = mine.leave;
    mine.leave = undefined;
    leave?.();
    const next: unknown = run();
    if (typeof next === "function") mine.leave = next as () => void;
  };
}

export const useLayoutEffect = useEffect;
