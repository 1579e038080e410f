// 15 % Solutions: what one can do now, with what one has, without anybody's leave. It stays on the phone unless its owner passes it on.

import { useSignal, useSignalEffect } from "@preact/signals";
import { serverNow } from "../../shared/clock.ts";
import { say } from "../../shared/texts/say.tsx";
import type { Gathering } from "../gathering.ts";
import type { AfterwardsWords } from "../words.ts";
import { Buddy } from "./buddy.tsx";
import { calendarOf, dayFrom, type Plan } from "./calendar.ts";
import { hand } from "./file.ts";
import { Heading } from "./heading.tsx";
import { cuesIn } from "./cues/learnt.ts";
import { hintsOf, type Cues, type Hint } from "./hints.ts";
import { keepPlan, myPlan } from "./plan.ts";

interface Props {
  g: Gathering;
  words: AfterwardsWords;
}

const LINE = 32;
const LEAST_LINES = 3;
const PAUSE_MS = 900;

export function Fifteen({ g, words }: Props) {
  const plan = useSignal(myPlan(g));
  const { text, day } = plan.value;
  const today = dayFrom(serverNow(), 0);
  const write = (part: Partial<Plan>) => keepPlan(g, (plan.value = { ...plan.value, ...part }));
  const take = () => hand(words.calendarName, "text/calendar", calendarOf(plan.value, serverNow()));

  return (
    <>
      <Heading>{g.texts.fifteen}</Heading>
      <p>{words.fifteenText}</p>
      <textarea
        class="plan"
        rows={Math.max(LEAST_LINES, 1 + Math.floor(text.length / LINE))}
        maxLength={280}
        value={text}
        placeholder={words.fifteenStart}
        aria-label={g.texts.fifteen}
        onInput={(event) => write({ text: event.currentTarget.value })}
      />
      <Hinted g={g} words={words} text={text} />
      {text && (
        <>
          <label class="field">
            <b>{words.when}</b>
            <input
              type="date"
              value={day}
              min={today}
              onInput={(event) => event.currentTarget.value >= today && write({ day: event.currentTarget.value })}
              onBlur={(event) => (event.currentTarget.value = day)}
            />
          </label>
          <button class="main wide" onClick={take}>
            {words.calendar}
          </button>
          <Buddy g={g} words={words} plan={plan.value} />
          <button class="quiet wide" onClick={() => write({ text: "" })}>
            {g.texts.wipe}
          </button>
        </>
      )}
      <p class="fine">{words.staysHere}</p>
    </>
  );
}

/** At most one hint, and only after a pause in the typing: whoever writes is not interrupted. */
function Hinted({ g, words, text }: Props & { text: string }) {
  const cues = useSignal<Cues | undefined>(undefined);
  const paused = useSignal(text);
  const typed = useSignal(text);
  typed.value = text;
  useSignalEffect(() => {
    void cuesIn(g.common.language).then((found) => (cues.value = found), () => {});
  });
  useSignalEffect(() => {
    const now = typed.value;
    const timer = setTimeout(() => (paused.value = now), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  const hint: Hint | undefined = cues.value && hintsOf(paused.value, cues.value)[0];
  return (
    <p class="gentle" role="status">
      {hint && say(words.hints[hint], {})}
    </p>
  );
}
