import { along } from "../shared/along.ts";
import type { Hosting } from "./gathering.ts";
import type { Texts } from "./words.ts";

/** The newest of each kind of thing that can still be taken back. */
export function Undo({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const newest = new Map(common.host.undo.map((one) => [one.what, one.event]));
  if (newest.size === 0) return null;
  return (
    <div class="undo" role="group" aria-label={texts.undo.title}>
      {[...newest].map(([what, event]) => (
        <button key={what} type="button" class="quiet" onClick={() => void act({ type: "undo", event })}>
          {along().undone} {wordsOf(texts, what)}
        </button>
      ))}
    </div>
  );
}

function wordsOf({ undo }: Texts, what: string): string {
  return what in undo && what !== "title" ? undo[what as keyof Texts["undo"]] : undo.other;
}
