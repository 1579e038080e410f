import { useSignal } from "@preact/signals";
import type { Texts } from "./words.ts";

interface SureProps {
  what: string;
  /** what cannot be taken back, said before it is done */
  why: string;
  /** the second press, where the first asks */
  yes?: string;
  texts: Texts;
  kind?: "quiet" | "main" | "";
  act: () => unknown;
}

const bringIntoSight = (asked: HTMLElement | null) => asked?.scrollIntoView({ block: "nearest" });

/** The first press says what will happen, the second does it; two buttons, so that the focus of one is not the other's. */
export function Sure({ what, why, yes = what, texts, kind = "", act }: SureProps) {
  const asked = useSignal(false);
  const go = () => {
    asked.value = false;
    void act();
  };
  if (!asked.value) return <button key="what" type="button" class={kind} onClick={() => (asked.value = true)}>{what}</button>;
  return (
    <div class="sure" role="group" aria-label={what} ref={bringIntoSight}>
      <p>{why}</p>
      <button key="yes" type="button" onClick={go}>{yes}</button>
      <button key="no" type="button" class="quiet" onClick={() => (asked.value = false)}>{texts.sure.no}</button>
    </div>
  );
}
