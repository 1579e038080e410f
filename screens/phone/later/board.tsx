import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Gathering } from "../gathering.ts";
import type { LaterWords } from "../words.ts";
import { Introductions } from "./introductions.tsx";
import { OnBoard } from "./on-board.tsx";
import { draft, mine, remember, sendOff, takeBack, takeTicketSoon, type Fate, type Slip } from "./slips.ts";
import { Writing } from "./writing.tsx";

export interface BoardProps {
  g: Gathering;
  words: LaterWords;
}

export type Stands = NonNullable<Gathering["common"]["board"]>;

/** Something to leave for each other, for who wants to: one thing at a time, and passing it by is doing nothing. */
export function Board({ g, words }: BoardProps) {
  remember(g.id);
  useEffect(takeTicketSoon, [g.id]);
  const stands = g.common.board;
  if (!stands) return <Mine g={g} words={words} />;
  return (
    <section class="board">
      <h2 class="kicker">{words.board.title}</h2>
      <Writing g={g} words={words} few={stands.few === true} />
      {!draft.value && <Mine g={g} words={words} />}
      {!draft.value && <OnBoard g={g} words={words} stands={stands} />}
    </section>
  );
}

/** What went wrong, as a sentence; nothing when all went well. */
export function sentenceOf(fate: Fate, { board }: LaterWords): string {
  if (fate === "done") return "";
  if (fate === "no-ticket") return board.noTicket;
  return fate === "offline" ? board.failed : fate.sentence;
}

/** What I wrote, also when the board is off by now: it can be taken back at any time. */
function Mine({ g, words }: BoardProps) {
  if (mine.value.length === 0) return null;
  return (
    <>
      <h3 class="kicker">{words.board.mine}</h3>
      <ul class="cards">
        {mine.value.map((slip) => (
          <One key={slip.secret} slip={slip} g={g} words={words} />
        ))}
      </ul>
    </>
  );
}

function One({ slip, g, words }: BoardProps & { slip: Slip }) {
  const trouble = useSignal("");
  const { board } = words;
  const unsent = slip.how !== "private" && !slip.contribution;
  const back = async () => (trouble.value = (await takeBack(slip)) ? "" : board.failed);
  const again = async () => (trouble.value = sentenceOf(await sendOff(slip), words));
  return (
    <li class="card">
      <p class="fine">{board.kinds[slip.kind]}</p>
      <p>
        <bdi>{slip.words}</bdi>
      </p>
      <p class="fine">{board[standingOf(slip, g.common.board !== undefined)]}</p>
      {trouble.value && <p role="alert">{trouble.value}</p>}
      {unsent && (
        <button class="quiet" onClick={() => void again()}>
          {board.again}
        </button>
      )}
      <button class="quiet" onClick={() => void back()}>
        {board.takeBack}
      </button>
      {slip.contribution && slip.kind !== "insight" && <Introductions g={g} words={words} slip={slip} />}
    </li>
  );
}

/** How it stands with what I wrote; on a board that is not there nobody sees it, whatever it was shared as. */
function standingOf({ how, contribution, hangs }: Slip, there: boolean) {
  if (how === "private") return STANDS.private;
  if (!contribution) return "unsent";
  if (hangs === false) return "down";
  return there ? STANDS[how] : "off";
}

const STANDS = { private: "stays", anonymous: "nameless", named: "signed" } as const;
