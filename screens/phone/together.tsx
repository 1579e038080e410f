import { useSignal } from "@preact/signals";
import { stepping } from "../shared/debrief.ts";
import { keep, recall } from "../shared/storage.ts";
import { listOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { Envelope } from "../shared/wire.ts";
import { Afterwards, Telling } from "./afterwards.tsx";
import { conversations, noteOf } from "./conversations.ts";
import { now, type Gathering } from "./gathering.ts";
import { laterWithWords } from "./later.tsx";
import { Partners } from "./partners.tsx";
import { Questions } from "./questions.tsx";

export const InTheWeb = laterWithWords(() => import("./later/in-the-web.tsx").then((part) => part.InTheWeb));

export const Receipt = laterWithWords(() => import("./later/receipt.tsx").then((part) => part.Receipt));

const Four = laterWithWords(() => import("./later/four.tsx").then((part) => part.Four));

const Written = laterWithWords(() => import("./later/board.tsx").then((part) => part.Board));

/** The board, where there is one, or what this phone has left of its own. */
export function Board({ g }: { g: Gathering }) {
  return g.common.board || recall(g.id, "board.mine") ? <Written g={g} /> : null;
}

/** Back in the circle: the question is asked aloud, the phone only remembers whom one met. */
export function Together({ g }: { g: Gathering }) {
  const fifteen = g.common.debrief?.form === "fifteen";
  return (
    <main class="scene">
      {fifteen ? <Telling g={g} /> : <Asked g={g} />}
      {g.mine.four && <Four g={g} />}
      <Questions g={g} small="small" />
      <Met g={g} />
      <Board g={g} />
      <Afterwards g={g} main={fifteen && stepping(g.common, now.value).index === 0 ? "fifteen" : undefined} />
      {g.common.receipt && <Receipt g={g} />}
      {g.common.web !== "off" && <InTheWeb g={g} />}
    </main>
  );
}

function Asked({ g }: { g: Gathering }) {
  return (
    <>
      <h1 tabIndex={-1}>{g.texts.togetherTitle}</h1>
      {g.common.debrief?.form !== "1-2-4-all" && <p class="lead">{g.texts.togetherText}</p>}
    </>
  );
}

/** Whom this person met, and room for a line about each that stays here. */
export function Met({ g }: { g: Gathering }) {
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

/** So many letters fill a line on a phone. */
const LINE = 34;

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
      <textarea
        rows={1 + Math.floor(note.value.length / LINE)}
        value={note.value}
        maxLength={280}
        placeholder={g.texts.note}
        aria-label={filled(g.texts.noteFor, { names })}
        onInput={(event) => write(event.currentTarget.value)}
      />
      {note.value && (
        <button class="quiet" aria-label={`${g.texts.wipe}: ${names}`} onClick={() => write("")}>
          {g.texts.wipe}
        </button>
      )}
    </li>
  );
}
