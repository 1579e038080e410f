import { useSignal } from "@preact/signals";
import type { Texts } from "./texts/index.ts";

/** Copies a link. Plain HTTP has no clipboard, so there a field is selected and copied the old way. */
export function Copy({ what, texts }: { what: string; texts: Texts }) {
  const copied = useSignal(false);
  const copy = async () => {
    copied.value = await written(what);
    setTimeout(() => (copied.value = false), 3000);
  };
  return (
    <button type="button" class="quiet" onClick={() => void copy()}>
      <span role="status">{copied.value ? texts.door.copied : texts.door.copy}</span>
    </button>
  );
}

async function written(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // not allowed: the old way
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
