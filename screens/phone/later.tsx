import type { ComponentChildren, ComponentType } from "preact";
import { later } from "../shared/later.tsx";
import { spoken } from "../shared/texts/language.ts";
import { LATER, type LaterWords } from "./words.ts";

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
