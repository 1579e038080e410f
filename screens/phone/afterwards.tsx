import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { conversations } from "./conversations.ts";
import type { Gathering } from "./gathering.ts";
import { partsWith } from "./later.tsx";
import { AFTERWARDS } from "./words.ts";

const worded = partsWith(AFTERWARDS);
const Sheet = worded(() => import("./later/afterwards.tsx").then((part) => part.Sheet));

/** 15 % Solutions: what is to be done in each step of telling and asking. */
export const Telling = worded(() => import("./later/telling.tsx").then((part) => part.Telling));

/** What one may take along, each by itself. */
export type Thing = "contacts" | "fifteen" | "keepsake";

/** Behind a tap each, and never asked for: one's own plan and a file of one's own, and contacts where the host turned those on. */
export function Afterwards({ g, main }: { g: Gathering; main?: Thing | undefined }) {
  const { texts, common, mine } = g;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = useSignal<Thing | undefined>(undefined);
  const met = conversations(g).length > 0;
  const things: Thing[] = met && (common.follow_up || mine.contacts) ? ["contacts", "fifteen", "keepsake"] : ["fifteen", "keepsake"];
  const show = (thing: Thing) => {
    open.value = thing;
    dialog.current?.showModal();
  };

  return (
    <>
      <ul class="things">
        {things.map((thing) => (
          <li key={thing}>
            <button class={thing === main ? "main wide" : "wide"} aria-haspopup="dialog" onClick={() => show(thing)}>
              {texts[thing]}
            </button>
          </li>
        ))}
      </ul>
      <dialog ref={dialog} class="menu" aria-label={open.value && texts[open.value]} onClose={() => (open.value = undefined)}>
        {open.value && <Sheet g={g} thing={open.value} />}
        <button class="quiet wide" onClick={() => dialog.current?.close()}>
          {texts.close}
        </button>
      </dialog>
    </>
  );
}
