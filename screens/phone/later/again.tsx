import { useSignal } from "@preact/signals";
import type { Answer } from "../../shared/send.ts";
import type { Gathering } from "../gathering.ts";
import { remember } from "../known.ts";
import type { LaterWords } from "../words.ts";

interface GoneAlong {
  version: number;
  gathering: string;
  code: string;
}

/** The group goes on elsewhere: one tap goes along, and nobody is moved without it. */
export function Again({ g, words }: { g: Gathering; words: LaterWords }) {
  const wrong = useSignal("");
  const go = async () => {
    const answer = (await g.send({ type: "come-along" })) as Answer<GoneAlong>;
    wrong.value = answer.ok ? "" : answer.problem.detail || g.texts.notSent;
    if (!answer.ok) return;
    const { gathering, code } = answer.value;
    remember(gathering, code);
    location.assign(`/j/${code}`);
  };
  return (
    <section class="again">
      <h2>{words.again}</h2>
      <p class="fine">{words.againText}</p>
      <button class="main wide" onClick={() => void go()}>
        {words.comeAlong}
      </button>
      {wrong.value && <p role="alert">{wrong.value}</p>}
    </section>
  );
}
