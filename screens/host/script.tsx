import { say } from "../shared/texts/say.tsx";
import { turnOf } from "../shared/texts/span.ts";
import type { Hosting } from "./gathering.ts";

/** A minute of words to say aloud, for the way in which people will find each other. */
export function Script({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  const { challenge, give_and_take, openers } = common.invitation;
  // Without phones nothing can point the way.
  const way = common.milling === "guided" && common.counts.here === 0 ? "free" : common.milling;
  const gaps = {
    rounds: texts.times(common.plan.rounds),
    turn: turnOf(texts, common.plan.turn_s),
    questions: (
      <span class="asked">
        {(openers ?? [challenge, give_and_take]).map((one) => <><q key={one}>{one}</q> </>)}
      </span>
    ),
  };
  return (
    <section class="card script" aria-labelledby="script">
      <h2 id="script">{texts.script.title}</h2>
      <p class="fine">{texts.script.about}</p>
      {texts.script[way].map((sentence, at) => (
        <p key={sentence}>{say(openers && at === 1 ? texts.script.openers : sentence, gaps)}</p>
      ))}
    </section>
  );
}
