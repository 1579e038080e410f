// A component's own signals. The whole phone is drawn inside one effect (see main.tsx), which is all the binding it needs.

import { effect, signal, type Signal } from "@preact/signals-core";
import { useEffect, useState } from "preact/hooks";

/** A signal that lives as long as the component. */
export function useSignal<T>(first: T): Signal<T> {
  return useState(() => signal(first))[0];
}

/** An effect that lives as long as the component; it may only rest on signals. */
export function useSignalEffect(run: () => void | (() => void)): void {
  useEffect(() => effect(run), []);
}
