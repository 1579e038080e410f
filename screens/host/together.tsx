import { useSignal } from "@preact/signals";
import { Choice } from "../shared/choice.tsx";
import { debriefOf, isFifteen, stepping } from "../shared/debrief.ts";
import { now } from "../shared/now.ts";
import { Ring } from "../shared/rings.tsx";
import { foursIn } from "../shared/scenes/fours.ts";
import { minutes } from "../shared/segments.ts";
import { filled } from "../shared/texts/said.ts";
import { spanOf } from "../shared/texts/span.ts";
import { Board } from "./board.tsx";
import { Controls } from "./controls.tsx";
import { FORMS, lengthOf, stepsOf, type Form } from "./forms.ts";
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

function Forms({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const running = debriefOf(common).form;
  const chosen = useSignal<Form>(running);
  const begin = () => act({ type: "debrief", form: chosen.value, ...stepsOf(chosen.value, common) });
  return (
    <details class="forms">
      <summary>{texts.debrief.forms.title}</summary>
      <Choice name="form" label={texts.debrief.forms.title} only={FORMS} of={inWords(hosting)} value={chosen.value} choose={(to) => (chosen.value = to)} />
      <p><button type="button" onClick={() => void begin()}>{chosen.value === running ? texts.debrief.restart : texts.debrief.begin}</button></p>
    </details>
  );
}

/** The name of each form, and what it is, with the time that it takes. */
function inWords({ common, texts }: Hosting): Partial<Record<Form, string[]>> {
  const of = (form: Form) => {
    const [name = "", how = ""] = texts.debrief.forms[form];
    return [name, filled(how, { length: spanOf(texts, lengthOf(form, common)) })];
  };
  return Object.fromEntries(FORMS.map((form) => [form, of(form)]));
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
