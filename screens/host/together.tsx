import { now } from "../shared/now.ts";
import { standing } from "../shared/segments.ts";
import { Controls } from "./controls.tsx";
import type { Hosting } from "./gathering.ts";
import { Heard } from "./heard.tsx";
import { WhoMetWhom } from "./web.tsx";

/** What was heard, spoken first: a question, a few steps, a timer. */
export function Together({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const over = standing(common, now.value)?.remaining === 0;
  return (
    <section class="card together" aria-labelledby="together">
      <h2 id="together">{texts.debrief.title}</h2>
      <p class="question">{texts.debrief.question}</p>
      <p class="question">{texts.debrief.local}</p>
      <p>{texts.debrief.how}</p>
      {over ? <p class="fine" role="status">{texts.debrief.over}</p> : <Controls hosting={hosting} />}
      <Heard hosting={hosting} />
      <WhoMetWhom hosting={hosting} />
      <div class="close">
        <button type="button" class={over ? "main" : ""} onClick={() => void act({ type: "close" })}>{texts.debrief.close}</button>
        <p class="fine">{texts.debrief.closeHint}</p>
      </div>
    </section>
  );
}
