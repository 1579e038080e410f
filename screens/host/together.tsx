import { useSignal } from "@preact/signals";
import { Choice } from "../shared/choice.tsx";
import { debriefOf, isFifteen, stepping } from "../shared/debrief.ts";
import { now } from "../shared/now.ts";
import { Ring } from "../shared/rings.tsx";
import { foursIn } from "../shared/scenes/fours.ts";
import { minutes } from "../shared/segments.ts";
import type { Debrief } from "../shared/wire.ts";
import { Board } from "./board.tsx";
import { Controls } from "./controls.tsx";
import type { Hosting } from "./gathering.ts";
import { Heard } from "./heard.tsx";
import { Sure } from "./sure.tsx";
import { WhoMetWhom } from "./web.tsx";

/** What was heard, spoken first: a question, a few steps, a timer. */
export function Together({ hosting }: { hosting: Hosting }) {
  const { common, texts, scenes, act } = hosting;
  const { form, steps, index } = stepping(common, now.value);
  const over = index >= steps.length;
  const asked = isFifteen(form) ? scenes.fifteen : [texts.debrief.question, texts.debrief.local];
  return (
    <section class="card together" aria-labelledby="together">
      <h2 id="together">{texts.debrief.title}</h2>
      {asked.map((question) => <p key={question} class="question">{question}</p>)}
      <Steps hosting={hosting} />
      {over ? <p class="fine" role="status">{texts.debrief.over}</p> : <Controls hosting={hosting} />}
      <Forms hosting={hosting} />
      <Heard hosting={hosting} />
      <Board hosting={hosting} />
      <WhoMetWhom hosting={hosting} />
      <ClosingRing hosting={hosting} />
      <div class="close">
        <Sure what={texts.debrief.close} why={texts.sure.close} texts={texts} kind={over ? "main" : ""} act={() => act({ type: "close" })} />
        <p class="fine">{texts.debrief.closeHint}</p>
      </div>
    </section>
  );
}

/** The steps of the chosen form, the running one with its time. */
function Steps({ hosting }: { hosting: Hosting }) {
  const { common, texts, scenes } = hosting;
  const { form, steps, index, fraction, remaining } = stepping(common, now.value);
  return (
    <>
      {form === "voices" && <p>{texts.debrief.how}</p>}
      <ol class="steps">
        {steps.map(({ kind, starts, ends }, i) => (
          <li key={kind} aria-current={i === index ? "step" : undefined}>
            <span>{scenes.forms[form][i]}</span>
            {i === index ? (
              <span class="time numerals" role="timer"><Ring fraction={fraction} /> {minutes(remaining)}</span>
            ) : (
              <span class="fine numerals">{i > index ? minutes(ends - starts) : ""}</span>
            )}
          </li>
        ))}
      </ol>
      {steps[index]?.kind === "fours" && <p role="status">{foursIn(common, scenes)}</p>}
    </>
  );
}

type Form = Debrief["form"];
const FORMS: readonly Form[] = ["voices", "1-2-4-all", "fifteen", "fifteen-fours"];
/** In a rehearsal minutes are seconds. */
const SHORT: Record<Form, number[]> = {
  voices: [5, 8, 7], "1-2-4-all": [5, 8, 12, 15], fifteen: [8, 10, 10], "fifteen-fours": [8, 12, 10, 10, 10],
};

function Forms({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const running = debriefOf(common).form;
  const chosen = useSignal<Form>(running);
  const begin = () => act({ type: "debrief", form: chosen.value, ...(common.rehearsal && { steps_s: SHORT[chosen.value] }) });
  return (
    <details class="forms">
      <summary>{texts.debrief.forms.title}</summary>
      <Choice name="form" label={texts.debrief.forms.title} only={FORMS} of={texts.debrief.forms} value={chosen.value} choose={(to) => (chosen.value = to)} />
      <p><button type="button" onClick={() => void begin()}>{chosen.value === running ? texts.debrief.restart : texts.debrief.begin}</button></p>
    </details>
  );
}

function ClosingRing({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const coming = common.closing_at !== undefined && common.closing_at > now.value;
  return (
    <div class="closing">
      <button type="button" disabled={coming} onClick={() => void act({ type: "closing-ring" })}>{texts.debrief.ring}</button>
      <p class="fine" role="status">{coming ? texts.debrief.ringing : texts.debrief.ringHint}</p>
    </div>
  );
}
