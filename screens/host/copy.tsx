import { useSignal } from "@preact/signals";
import { written } from "../shared/clipboard.ts";
import type { Texts } from "./words.ts";

/** Copies a link, and says so. */
export function Copy({ what, texts }: { what: string; texts: Texts }) {
  const copied = useSignal(false);
  const copy = async () => {
    copied.value = await written(what);
    setTimeout(() => (copied.value = false), 3000);
  };
  return (
    <button type="button" class="quiet" onClick={() => void copy()}>
      {/* No status: that has no name of its own, and would take the button's. */}
      <span aria-live="polite">{copied.value ? texts.door.copied : texts.door.copy}</span>
    </button>
  );
}
