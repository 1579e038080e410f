import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { read } from "../../shared/send.ts";
import { say } from "../../shared/texts/say.tsx";
import type { BoardPage, Shared } from "../../shared/wire.ts";
import { sentenceOf, type BoardProps, type Stands } from "./board.tsx";
import { agree, agreed, heedBoard, mine } from "./slips.ts";

/** A whole hall hears of a change at once: each phone asks within this time. */
const SPREAD_MS = 300;

interface Seen {
  list: Shared[];
  after: string | null;
}
const NOTHING: Seen = { list: [], after: null };
const seen = signal<Seen>(NOTHING);
let pages = 1;
let looks = 0;

/** What others left here. It is asked for anew whenever it has changed, as far as one had leafed through it. */
export function OnBoard({ g, words, stands }: BoardProps & { stands: Stands }) {
  const { version, open } = stands;
  useEffect(() => {
    if (!open) {
      pages = 1;
      seen.value = NOTHING;
      return;
    }
    const soon = setTimeout(() => void look(g.id), Math.random() * SPREAD_MS);
    return () => clearTimeout(soon);
  }, [version, open]);
  const { list, after } = open ? seen.value : NOTHING;
  const more = () => {
    pages++;
    void look(g.id);
  };
  return (
    <>
      <h3 class="kicker">{words.board.shown}</h3>
      {!open && <p class="fine">{words.board.notYet}</p>}
      <ul class="cards">
        {list.map((shared) => (
          <One key={shared.contribution} shared={shared} g={g} words={words} />
        ))}
      </ul>
      {after && (
        <button class="quiet" onClick={more}>
          {words.more}
        </button>
      )}
    </>
  );
}

/** An answer that another overtook is not heeded: what it shows may have been taken back since. */
async function look(gathering: string): Promise<void> {
  const nth = ++looks;
  const list: Shared[] = [];
  let page: BoardPage | undefined;
  for (let asked = 0; asked < pages && page?.after !== null; asked++) {
    const answer = await read<BoardPage>(`/api/gatherings/${gathering}/board?after=${page?.after ?? ""}`);
    if (!answer.ok || nth !== looks) return;
    page = answer.value;
    list.push(...page.contributions);
  }
  seen.value = { list, after: page?.after ?? null };
  heedBoard(list, !page?.after);
}

function One({ shared, words }: BoardProps & { shared: Shared }) {
  const { contribution, kind, name, me_too = 0 } = shared;
  const own = mine.value.some((slip) => slip.contribution === contribution);
  const agrees = agreed.value.includes(contribution);
  const trouble = useSignal("");
  const turn = async () => {
    const told = sentenceOf(await agree(contribution, !agrees), words);
    trouble.value = told;
    if (told) return;
    const counted = (one: Shared) => (one.contribution === contribution ? { ...one, me_too: me_too + (agrees ? -1 : 1) } : one);
    seen.value = { ...seen.peek(), list: seen.peek().list.map(counted) };
  };
  return (
    <li class="card">
      <p class="fine">
        {words.board.kinds[kind]}
        {name && <> · {say(words.board.from, { name: <bdi>{name}</bdi> })}</>}
      </p>
      <p>
        <bdi>{shared.words}</bdi>
      </p>
      <p class="agree">
        {own ? (
          <span class="fine">{words.board.yours}</span>
        ) : (
          <button class="chip" aria-pressed={agrees} onClick={() => void turn()}>
            {words.board.meToo}
          </button>
        )}
        {me_too > 0 && <span class="fine">{words.board.agreed(me_too)}</span>}
      </p>
      {trouble.value && <p role="alert">{trouble.value}</p>}
    </li>
  );
}
