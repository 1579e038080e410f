import { useSignal } from "@preact/signals";
import { Rings } from "../../shared/rings.tsx";
import type { Gathering } from "../gathering.ts";
import { Questions } from "../questions.tsx";
import type { LaterWords } from "../words.ts";

interface Props {
  g: Gathering;
  words: LaterWords;
}

/** At the door of a gathering whose host lets people in one by one. */
export function Waiting({ g, words }: Props) {
  return (
    <main class="scene">
      <Rings />
      <h1 tabIndex={-1}>{g.texts.waitingTitle}</h1>
      <p class="lead">{words.waitingText}</p>
      <Questions g={g} />
    </main>
  );
}

/** Sitting out. */
export function Away({ g, words }: Props) {
  const failed = useSignal(false);
  const back = async () => {
    failed.value = !(await g.send({ type: "come-back" })).ok;
  };

  return (
    <main class="scene">
      <h1 tabIndex={-1}>{g.texts.awayTitle}</h1>
      <p class="lead">{words.awayText}</p>
      <Questions g={g} small="small" />
      <div class="push">
        {failed.value && <p role="alert">{g.texts.notSent}</p>}
        <button class="main wide" onClick={back}>
          {words.comeBack}
        </button>
      </div>
    </main>
  );
}

/** Left, or taken out by the host. */
export function Gone({ g, words }: Props) {
  const removed = g.mine.state === "removed";
  return (
    <main class="scene">
      <h1 tabIndex={-1}>{removed ? words.removed : g.texts.gone}</h1>
      {!removed && <p class="lead">{words.goneText}</p>}
    </main>
  );
}
