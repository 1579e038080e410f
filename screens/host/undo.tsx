import { along } from "../shared/along.ts";
import type { Undoable } from "../shared/wire.ts";
import { listOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { Hosting } from "./gathering.ts";

/** The newest thing that can still be taken back, and for how long; the newest of each other kind behind it. */
export function Undo({ hosting }: { hosting: Hosting }) {
  const newest = new Map(hosting.common.host.undo.map((one) => [one.what, one]));
  const [first, ...others] = [...newest.values()].sort((one, other) => other.event - one.event);
  if (!first) return null;
  return (
    <div class="undo" role="group" aria-label={hosting.texts.undo.title}>
      <Back hosting={hosting} one={first} />
      {others.length > 0 && (
        <details>
          <summary>{filled(hosting.texts.undo.more, { n: others.length })}</summary>
          {others.map((one) => <Back key={one.what} hosting={hosting} one={one} />)}
        </details>
      )}
    </div>
  );
}

function Back({ hosting, one }: { hosting: Hosting; one: Undoable }) {
  return (
    <p>
      <button type="button" class="quiet" onClick={() => void hosting.act({ type: "undo", event: one.event })}>
        {along().undone} {wordsOf(hosting, one)}
      </button>
      <span class="fine">{untilOf(hosting, one)}</span>
    </p>
  );
}

type What = Exclude<keyof Hosting["texts"]["undo"], "title" | "other" | "until" | "more">;

function known({ texts }: Hosting, what: string): what is What {
  return what in texts.undo.until;
}

function wordsOf(hosting: Hosting, { what, people }: Undoable): string {
  const { undo } = hosting.texts;
  if (!known(hosting, what)) return undo.other;
  return filled(undo[what], { names: listOf(hosting.common.language, people.map(({ name }) => name)) });
}

function untilOf(hosting: Hosting, { what }: Undoable): string {
  return known(hosting, what) ? hosting.texts.undo.until[what] : "";
}

/** Takes the newest thing back. */
export function undoNewest({ common, act }: Hosting): void {
  const newest = common.host.undo.at(-1);
  if (newest) void act({ type: "undo", event: newest.event });
}
