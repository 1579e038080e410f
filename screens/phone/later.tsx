import type { ComponentChildren, ComponentType } from "preact";
import { useSignal, useSignalEffect } from "./local.ts";

const RETRY_MS = 2000;

/** A part that few people need and that needs the server anyway: fetched when it is shown. */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): (props: P) => ComponentChildren {
  let come: ComponentType<P> | undefined;
  return function Later(props: P) {
    const Part = useSignal(come);
    useSignalEffect(() => {
      let wanted = true;
      const ask = () => fetch().then((part) => (Part.value = come = part), () => wanted && setTimeout(ask, RETRY_MS));
      if (!come) void ask();
      return () => (wanted = false);
    });
    return Part.value ? <Part.value {...props} /> : null;
  };
}
