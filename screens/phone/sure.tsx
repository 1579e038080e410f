import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";

interface SureProps {
  what: ComponentChildren;
  why: string;
  yes: string;
  no: string;
  act: () => Promise<unknown>;
}

/** The first tap says what will happen, the second does it. */
export function Sure({ what, why, yes, no, act }: SureProps) {
  const asked = useSignal(false);
  if (!asked.value) {
    return (
      <button class="wide" onClick={() => (asked.value = true)}>
        {what}
      </button>
    );
  }
  return (
    <div class="asked" role="group">
      <p class="fine">{why}</p>
      <button
        class="wide"
        onClick={() => {
          asked.value = false;
          void act();
        }}
      >
        {yes}
      </button>
      <button class="quiet wide" onClick={() => (asked.value = false)}>
        {no}
      </button>
    </div>
  );
}
