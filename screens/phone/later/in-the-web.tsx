import type { Envelope, Partner } from "../../shared/wire.ts";
import type { Gathering } from "../gathering.ts";
import { conversations } from "../conversations.ts";
import type { LaterWords } from "../words.ts";

interface Props {
  g: Gathering;
  words: LaterWords;
}

/** Who met whom is shown to the room: whether one's name stands there, and which conversations took place. */
export function InTheWeb({ g, words }: Props) {
  const named = g.mine.named === true;
  return (
    <section class="in-the-web">
      <h2 class="kicker">{words.web.title}</h2>
      <p class="fine">{g.common.whole ? words.known.whole : words.web.how}</p>
      <button class="wide" aria-pressed={named} onClick={() => void g.send({ type: "show-my-name", show: !named })}>
        {words.web.name}
      </button>
      {conversations(g).flatMap((envelope) =>
        envelope.partners.map((partner) => (
          <Confirm key={`${envelope.round}${partner.participant}`} g={g} words={words} envelope={envelope} partner={partner} />
        )),
      )}
    </section>
  );
}

/** What was planned is presumed until somebody says so, either way. */
function Confirm({ g, words, envelope, partner }: Props & { envelope: Envelope; partner: Partner }) {
  const { participant, name } = partner;
  const told = envelope.told?.[participant] ?? (envelope.found || undefined);
  return (
    <div class="confirm" role="group" aria-label={name}>
      <bdi>{name}</bdi>
      {([true, false] as const).map((talked) => (
        <button
          key={String(talked)}
          aria-pressed={told === talked}
          onClick={() => void g.send({ type: "we-talked", round: envelope.round, participant, talked })}
        >
          {talked ? words.web.held : words.web.missed}
        </button>
      ))}
    </div>
  );
}
