import { useSignal } from "@preact/signals";
import { isFifteen, stepping } from "../shared/debrief.ts";
import { keep, recall } from "../shared/storage.ts";
import { listOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import { Afterwards, Telling } from "./afterwards.tsx";
import { noteOf, roundName, talks, type Talk } from "./conversations.ts";
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
  const fifteen = isFifteen(g.common.debrief?.form);
  return (
    <main class="scene">
      {!fifteen && <Asked g={g} />}
      {g.mine.four && <Four g={g} />}
      {fifteen && <Telling g={g} />}
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
  const met = talks(g);
  if (met.length === 0) return null;
  return (
    <section>
      <h2 class="kicker">{g.texts.met}</h2>
      <ul class="cards">
        {met.map((talk) => (
          <Conversation key={talk.round} g={g} talk={talk} />
        ))}
      </ul>
      <p class="fine">{g.texts.noteHere}</p>
    </section>
  );
}

/** So many letters fill a line on a phone. */
const LINE = 34;

function Conversation({ g, talk }: { g: Gathering; talk: Talk }) {
  const { partners, round } = talk;
  const note = useSignal(noteOf(g, talk));
  const groups = [...new Set(partners.map((one) => one.group).filter((one) => one !== null))];
  const which = partners.length > 0 ? listOf(g.common.language, partners.map((one) => one.name)) : roundName(g, talk);
  const write = (text: string) => {
    note.value = text;
    keep(g.id, `note.${round}`, text);
  };

  return (
    <li class="card">
      <p>
        <b>{partners.length > 0 ? <Partners g={g} partners={partners} /> : which}</b>
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
        aria-label={partners.length > 0 ? filled(g.texts.noteFor, { names: which }) : `${which}: ${g.texts.note}`}
        onInput={(event) => write(event.currentTarget.value)}
      />
      {note.value && (
        <button class="quiet" aria-label={`${g.texts.wipe}: ${which}`} onClick={() => write("")}>
          {g.texts.wipe}
        </button>
      )}
    </li>
  );
}
