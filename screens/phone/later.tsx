import type { ComponentChildren, ComponentType } from "preact";
import { later } from "../shared/later.tsx";
import { spoken } from "../shared/texts/language.ts";
import type { Books } from "../shared/texts/words.ts";
import { LATER } from "./words.ts";

/** Fetches such a part ahead of its time, with the words it will need. */
export function bringLater(fetch: () => Promise<unknown>): void {
  void fetch().catch(() => {});
  void LATER.bring(spoken.peek());
}

/** Such a part that has words of its own: those are fetched along with it. */
export const laterWithWords = partsWith(LATER);

/** Makes parts that say what stands in these books. */
export function partsWith<W extends object>(books: Books<W>) {
  return function part<P extends { words: W }>(fetch: () => Promise<ComponentType<P>>): (props: Omit<P, "words">) => ComponentChildren {
    return later(async () => {
      const [Part] = await Promise.all([fetch(), books.bring(spoken.peek())]);
      return function WithWords(props: Omit<P, "words">) {
        const words = books.of(spoken.value);
        return words ? <Part {...({ ...props, words } as unknown as P)} /> : null;
      };
    });
  };
}
