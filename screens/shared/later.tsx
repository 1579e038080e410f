import { signal } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";

const RETRY_MS = 2000;

/** A part that few people need and that needs the server anyway: fetched when it is first shown, for as long as it takes. */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): (props: P) => ComponentChildren {
  const come = signal<ComponentType<P> | undefined>(undefined);
  let asked = false;
  const ask = () => fetch().then((part) => (come.value = part), () => setTimeout(ask, RETRY_MS));
  return function Later(props: P) {
    if (!asked) void ask();
    asked = true;
    const Part = come.value;
    return Part ? <Part {...props} /> : null;
  };
}
