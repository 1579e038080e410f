import type { ComponentChildren, ComponentType } from "preact";
import { spoken } from "../shared/texts/language.ts";
import { useSignal, useSignalEffect } from "./local.ts";
import { LATER, type LaterWords } from "./words.ts";

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

/** Fetches such a part ahead of its time, with the words it will need. */
export function bringLater(fetch: () => Promise<unknown>): void {
  void fetch().catch(() => {});
  void LATER.bring(spoken.peek());
}

interface Worded {
  words: LaterWords;
}

/** Such a part that has words of its own: those are fetched along with it. */
export function laterWithWords<P extends Worded>(fetch: () => Promise<ComponentType<P>>): (props: Omit<P, "words">) => ComponentChildren {
  return later(async () => {
    const [Part] = await Promise.all([fetch(), LATER.bring(spoken.peek())]);
    return function WithWords(props: Omit<P, "words">) {
      const words = LATER.of(spoken.value);
      return words ? <Part {...({ ...props, words } as P)} /> : null;
    };
  });
}
