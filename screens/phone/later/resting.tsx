import { Rings } from "../../shared/rings.tsx";
import { comeForward } from "../tabs.ts";
import type { LaterWords } from "../words.ts";

/** This person has gone on in another tab. */
export function Resting({ words }: { words: LaterWords }) {
  return (
    <main class="scene">
      <Rings />
      <h1 tabIndex={-1}>{words.resting}</h1>
      <p class="lead">{words.restingText}</p>
      <div class="push">
        <button class="wide" onClick={comeForward}>
          {words.goOnHere}
        </button>
      </div>
    </main>
  );
}
