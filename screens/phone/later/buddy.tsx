import { useSignal } from "@preact/signals";
import { serverNow } from "../../shared/clock.ts";
import { filled } from "../../shared/texts/said.ts";
import { Names, say } from "../../shared/texts/say.tsx";
import type { Gathering } from "../gathering.ts";
import type { AfterwardsWords } from "../words.ts";
import { contentOf } from "./lines.ts";
import { eventOf, type Plan } from "./calendar.ts";
import { Code } from "./code.tsx";
import { contactWith, peopleMet } from "./met.ts";

interface Props {
  g: Gathering;
  words: AfterwardsWords;
  plan: Plan;
}

/** Somebody of those one met, to ask each other how it went: it holds when both wish so. */
export function Buddy({ g, words, plan }: Props) {
  const people = g.common.follow_up ? peopleMet(g).filter((one) => one.phone) : [];
  const buddies = peopleMet(g).filter((one) => contactWith(g, one)?.buddy);
  const wrong = useSignal("");
  const want = async (participant: string, yes: boolean) => {
    const answer = await g.send({ type: "want-buddy", participant, want: yes });
    wrong.value = answer.ok ? "" : answer.problem.detail || g.texts.notSent;
  };
  if (people.length === 0) return null;
  const waits = people.some((one) => contactWith(g, one)?.wanted && !contactWith(g, one)?.buddy);
  return (
    <fieldset class="field">
      <legend>{words.buddy}</legend>
      <div class="chips">
        {people.map((one) => {
          const wanted = contactWith(g, one)?.wanted === true;
          return (
            <button key={one.participant} class="chip" aria-pressed={wanted} onClick={() => void want(one.participant, !wanted)}>
              <bdi>{one.name}</bdi>
            </button>
          );
        })}
      </div>
      <p class="fine" role="status">
        {buddies.length > 0 ? say(words.buddies, { name: <Names of={buddies.map(({ name }) => name)} language={g.common.language} /> }) : waits ? words.buddyWaits : words.buddyText}
      </p>
      {wrong.value && <p class="wrong" role="alert">{wrong.value}</p>}
      {buddies.length > 0 && <PassOn g={g} words={words} plan={plan} />}
    </fieldset>
  );
}

/** Only by an act of one's own: before the other's camera, or by whatever this phone sends things with. */
function PassOn({ g, words, plan }: Props) {
  const open = useSignal(false);
  const asked = { ...plan, text: filled(words.askHow, { name: g.mine.name, text: plan.text }), from: "" };
  const code = contentOf(eventOf(asked, serverNow())).trim();
  const text = `${asked.text} (${plan.day})`;
  if (!open.value) {
    return (
      <button class="wide" onClick={() => (open.value = true)}>
        {words.passOn}
      </button>
    );
  }
  return (
    <>
      <Code text={code} label={words.passOnCode} />
      <p class="fine centre">{words.passOnCode}</p>
      {"share" in navigator && (
        <button class="wide" onClick={() => void navigator.share({ text }).catch(() => {})}>
          {words.send}
        </button>
      )}
    </>
  );
}
