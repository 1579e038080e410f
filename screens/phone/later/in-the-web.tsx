import { say } from "../../shared/texts/say.tsx";
import type { Gathering } from "../gathering.ts";
import { conversations } from "../conversations.ts";
import type { LaterWords } from "../words.ts";

/** Who met whom is shown to the room: whether one's name stands there, and what did not take place after all. */
export function InTheWeb({ g, words }: { g: Gathering; words: LaterWords }) {
  const named = g.mine.named === true;
  return (
    <section class="in-the-web">
      <h2 class="kicker">{words.web.title}</h2>
      <p class="fine">{words.web.how}</p>
      <button class="wide" aria-pressed={named} onClick={() => void g.send({ type: "show-my-name", show: !named })}>
        {words.web.name}
      </button>
      {conversations(g).flatMap((envelope) =>
        envelope.partners.map(({ participant, name }) => {
          const talked = envelope.told?.[participant] !== false;
          return (
            <button
              key={`${envelope.round}${participant}`}
              class="quiet wide"
              onClick={() => void g.send({ type: "we-talked", round: envelope.round, participant, talked: !talked })}
            >
              <span>{say(talked ? words.web.missed : words.web.held, { name: <bdi>{name}</bdi> })}</span>
            </button>
          );
        }),
      )}
    </section>
  );
}
