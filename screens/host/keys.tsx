import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { along } from "../shared/along.ts";
import type { Hosting } from "./gathering.ts";

/** Whether the list of keys is shown. */
export const listed = signal(false);

/** Every key that does something, in a list that `?` opens. */
export function KeyList({ hosting }: { hosting: Hosting }) {
  const { texts } = hosting;
  const { keys } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (listed.value) dialog.current?.showModal();
    else dialog.current?.close();
  }, [listed.value]);
  const rows: [string, string][] = [
    [texts.controls.space, keys.space],
    [along().earlier.sign, keys.less],
    [along().later.sign, keys.more],
    ["N", keys.next],
    ["B", keys.ring],
    ["U", keys.undo],
    ["?", keys.help],
  ];
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys" onClose={() => (listed.value = false)}>
      <h2 id="keys">{keys.title}</h2>
      <dl>
        {rows.map(([key, does]) => (
          <div key={key}>
            <dt><kbd>{key}</kbd></dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="main" onClick={() => (listed.value = false)}>{keys.close}</button>
    </dialog>
  );
}
