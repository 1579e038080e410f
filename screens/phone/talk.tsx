import { useSignal } from "@preact/signals";
import { minutes } from "../shared/segments.ts";
import { Ring } from "../shared/rings.tsx";
import { filled } from "../shared/texts/said.ts";
import { say } from "../shared/texts/say.tsx";
import { now, type Gathering } from "./gathering.ts";
import { Partners } from "./partners.tsx";
import { Questions } from "./questions.tsx";
import { speakerOf, turnOf, type Turn } from "./scene.ts";

const SHOWN_MS = 4000;

/** Two people talk. The phone lies on the table, dark and still. */
export function Talk({ g }: { g: Gathering }) {
  const turn = turnOf(g.common, g.envelope, now.value);
  if (!turn) return null;
  return (
    <main class="scene talk">
      <Whose g={g} turn={turn} />
      <Time g={g} turn={turn} />
      <Questions g={g} small="small" />
      <div class="push">
        <p class="fine centre">{g.texts.layDown}</p>
        <Starter g={g} />
      </div>
    </main>
  );
}

function Whose({ g, turn }: { g: Gathering; turn: Turn }) {
  const { texts, envelope, common, mine } = g;
  if (!envelope) return common.milling === "guided" ? <Late g={g} /> : <Unnamed g={g} turn={turn} />;
  const partners = <Partners g={g} partners={envelope.partners} />;
  const speaker = speakerOf(envelope, turn);
  const others = envelope.partners.length;
  const mineNow = envelope.speaker === turn.speaker;
  const title = mineNow ? texts.youTell : say(texts.theyTell, { name: speaker ? <bdi>{speaker.name}</bdi> : partners });
  const other = turn.last || envelope.speaker < turn.speaker ? texts.theyTellLast : texts.theyTellText;
  const below = others > 1 ? (others > 2 ? texts.fourText : texts.trioText) : mineNow ? say(texts.youTellText, { name: partners }) : other;
  return (
    <div class="whose" key={`${mine.participant}${turn.speaker}${turn.swapping}`}>
      {turn.swapping && <p class="kicker">{texts.swapTo}</p>}
      <h1 tabIndex={-1}>{title}</h1>
      <p class="lead">{below}</p>
    </div>
  );
}

/** Nobody was pointed out to anybody: the pair knows who they are. */
function Unnamed({ g, turn }: { g: Gathering; turn: Turn }) {
  const { texts } = g;
  const first = turn.speaker === 0;
  return (
    <div class="whose">
      <h1 tabIndex={-1}>{first ? texts.oneTells : texts.twoTells}</h1>
      <p class="lead">{first ? texts.oneTellsText : texts.twoTellsText}</p>
      {g.common.milling === "free" && first && <Alone g={g} />}
    </div>
  );
}

/** Hands and eyes have found nobody: somebody is asked, or two become three. */
function Alone({ g }: { g: Gathering }) {
  const { seeking } = g.mine;
  return (
    <button class="quiet" disabled={seeking === true} onClick={() => void g.send({ type: "find-me-a-partner" })}>
      {seeking ? g.texts.seeking : g.texts.onMyOwn}
    </button>
  );
}

function Late({ g }: { g: Gathering }) {
  const next = g.mine.envelopes.find((one) => one.round > g.scene.round);
  if (g.mine.joker) {
    return (
      <div class="whose">
        <h1 tabIndex={-1}>{g.texts.standBy}</h1>
        <p class="lead">{g.texts.standByText}</p>
      </div>
    );
  }
  return (
    <div class="whose">
      <h1 tabIndex={-1}>{next ? filled(g.texts.nextRound, { round: next.round }) : g.texts.nobodyYet}</h1>
      <p class="lead">{next ? g.texts.nextRoundText : g.texts.nobodyYetText}</p>
    </div>
  );
}

/** How much is left, as a ring; in digits only for who asks, and only for a moment. */
function Time({ g, turn }: { g: Gathering; turn: Turn }) {
  const asked = useSignal(0);
  const said = useSignal("");
  const ask = () => {
    const time = (asked.value = performance.now());
    said.value = minutes(turn.remaining);
    setTimeout(() => {
      if (asked.value !== time) return;
      asked.value = 0;
      said.value = "";
    }, SHOWN_MS);
  };

  return (
    <>
      <button class="time" aria-label={asked.value > 0 ? undefined : g.texts.showTime} onClick={ask}>
        <Ring fraction={turn.fraction} />
        <span class="digits numerals">{asked.value > 0 && minutes(turn.remaining)}</span>
      </button>
      {/* Said once to who asked, and not again as it runs. */}
      <p class="unseen" role="status">{said.value}</p>
    </>
  );
}

function Starter({ g }: { g: Gathering }) {
  const asked = useSignal(0);
  const { starters, starter } = g.texts;
  return (
    <>
      {asked.value > 0 && (
        <p class="question starter" role="status">
          {starters[(asked.value - 1) % starters.length]}
        </p>
      )}
      <button class="quiet wide" onClick={() => asked.value++}>
        {starter}
      </button>
    </>
  );
}
