import { useSignal } from "@preact/signals";
import { serverNow } from "../shared/clock.ts";
import { keep, recall } from "../shared/storage.ts";
import { listOf, untilOf } from "../shared/texts/language.ts";
import { say } from "../shared/texts/say.tsx";
import type { Envelope } from "../shared/wire.ts";
import type { Gathering, Held } from "./gathering.ts";
import { download } from "./keepsake.ts";
import { EraseMe } from "./menu.tsx";
import { Partners } from "./partners.tsx";
import { Questions } from "./questions.tsx";

/** Back in the circle: the question is asked aloud, the phone only remembers whom one met. */
export function Together({ g }: { g: Gathering }) {
  return (
    <main class="scene">
      <h1 tabIndex={-1}>{g.texts.togetherTitle}</h1>
      <p class="lead">{g.texts.togetherText}</p>
      <Questions g={g} small="small" />
      <Met g={g} />
    </main>
  );
}

/** Over: what is kept until when, a file of one's own, and the way to be forgotten now. */
export function Closed({ g, held }: { g: Gathering; held: Held }) {
  const { texts, common } = g;
  const today = common.keep_until - serverNow() < 20 * 3_600_000;
  const day = untilOf(common.language, common.keep_until, serverNow());
  return (
    <main class="scene">
      <h1 tabIndex={-1}>{texts.closedTitle}</h1>
      <p class="lead">
        {texts.closedText} {say(today ? texts.closedKeptTime : texts.closedKept, { day })}
      </p>
      <Met g={g} />
      <div class="push">
        {conversations(g).length > 0 && (
          <button class="main wide" onClick={() => download(g, conversations(g), noteOf)}>
            {texts.keepsake}
          </button>
        )}
        <EraseMe g={g} held={held} />
      </div>
    </main>
  );
}

function conversations(g: Gathering): Envelope[] {
  return g.common.milling === "numbers" ? [] : g.mine.envelopes.filter((one) => one.partners.length > 0);
}

function Met({ g }: { g: Gathering }) {
  const met = conversations(g);
  if (met.length === 0) return null;
  return (
    <section>
      <h2 class="kicker">{g.texts.met}</h2>
      <ul class="cards">
        {met.map((envelope) => (
          <Conversation key={envelope.round} g={g} envelope={envelope} />
        ))}
      </ul>
      <p class="fine">{g.texts.noteHere}</p>
    </section>
  );
}

function Conversation({ g, envelope }: { g: Gathering; envelope: Envelope }) {
  const note = useSignal(noteOf(g, envelope));
  const groups = [...new Set(envelope.partners.map((one) => one.group).filter((one) => one !== null))];
  const names = listOf(g.common.language, envelope.partners.map((one) => one.name));
  const write = (text: string) => {
    note.value = text;
    keep(g.id, `note.${envelope.round}`, text);
  };

  return (
    <li class="card">
      <p>
        <b>
          <Partners g={g} partners={envelope.partners} />
        </b>
        {groups.length > 0 && (
          <>
            {" · "}
            <bdi>{groups.join(", ")}</bdi>
          </>
        )}
      </p>
      <input
        value={note.value}
        maxLength={280}
        placeholder={g.texts.note}
        aria-label={g.texts.noteFor(names)}
        onInput={(event) => write(event.currentTarget.value)}
      />
    </li>
  );
}

function noteOf(g: Gathering, envelope: Envelope): string {
  return recall(g.id, `note.${envelope.round}`) ?? "";
}
