import { useSignal } from "@preact/signals";
import type { Gathering } from "../gathering.ts";
import type { LaterWords } from "../words.ts";
import type { Act } from "./choices.tsx";

/** Two on one phone: the second one is in the pairing too, and this phone shows the way of both. */
export function Share({ g, words, act }: { g: Gathering; words: LaterWords; act: Act }) {
  const open = useSignal(false);
  const name = useSignal("");
  const add = async (event: Event) => {
    event.preventDefault();
    const group = g.mine.group;
    if (await act({ type: "share-phone", name: name.value, ...(group && { group }) }, words.shared)) open.value = false;
  };
  if (g.mine.beside?.length || g.mine.away) return null;
  if (!open.value) {
    return (
      <button class="wide" onClick={() => (open.value = true)}>
        {words.share}
      </button>
    );
  }
  return (
    <form class="share" onSubmit={(event) => void add(event)}>
      <p class="fine">{words.shareText}</p>
      <label class="field">
        <b>{words.shareName}</b>
        <input value={name.value} required maxLength={80} autoComplete="off" onInput={(event) => (name.value = event.currentTarget.value)} />
      </label>
      <button class="wide">{words.shareIt}</button>
    </form>
  );
}
