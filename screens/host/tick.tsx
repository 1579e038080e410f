import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Act } from "./gathering.ts";

const PATIENCE_MS = 3000;

interface Props {
  on: boolean;
  turn: (on: boolean) => ReturnType<Act>;
  children: ComponentChildren;
}

/** A choice that the server has to hear of. It shows at once what was meant, and goes back when that was refused. */
export function Tick({ on, turn, children }: Props) {
  const meant = useSignal<boolean | undefined>(undefined);
  const settle = () => (meant.value = undefined);
  useEffect(() => void settle(), [on]);
  const change = async (to: boolean) => {
    meant.value = to;
    const answer = await turn(to);
    // The stream brings what was agreed; if it brings something else, that is what holds.
    if (answer.ok) setTimeout(settle, PATIENCE_MS);
    else settle();
  };
  return (
    <label class="check">
      <input type="checkbox" checked={meant.value ?? on} onChange={(event) => void change(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
