import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { post, type Answer } from "../../shared/send.ts";
import { keep, recall } from "../../shared/storage.ts";
import type { ContactCard, Introduction } from "../../shared/wire.ts";
import type { Gathering } from "../gathering.ts";
import type { LaterWords } from "../words.ts";
import { hand } from "./file.ts";
import { givenTo, keepGiven } from "./given.ts";
import { agreedCard, cardToAgreeWith, keepAgreedCard } from "./my-card.ts";
import { useSettled } from "./settled.ts";
import type { Slip } from "./slips.ts";
import { vCardOf } from "./vcard.ts";
import { Ways } from "./ways.tsx";

/** What somebody takes back is gone from here as soon as from the board. */
const SPREAD_MS = 300;
/** A yes of the other changes nothing that everybody sees, so whoever said yes looks again by themselves. */
const AGAIN_MS = 15_000;
const NOT = "board.not";
const FIELDS = ["name", "email", "phone", "link"] as const;

interface Props {
  g: Gathering;
  words: LaterWords;
  slip: Slip;
}

/** Who may go with what I wrote. A no stays on this phone; a yes waits for theirs; a card leaves it when both are there. */
export function Introductions({ g, words, slip }: Props) {
  const on = Boolean(g.common.introductions && g.common.board?.open);
  const told = useSignal<Introduction[]>(givenTo(g.id, slip.contribution));
  const nots = useSignal(listed(g.id));
  const { secret } = slip;
  // A no cannot be taken back, and the next one comes up under the same finger.
  const settled = useSettled(nots.value.length);
  const looks = useRef(0);
  const look = async () => {
    const nth = ++looks.current;
    const answer = await post<Introduction[]>(`/api/boards/${g.id}/introductions`, { secret });
    if (!answer.ok || nth !== looks.current) return;
    told.value = answer.value;
    if (slip.contribution) keepGiven(g.id, slip.contribution, answer.value);
    for (const one of answer.value) if (one.both && !one.card) await give(g.id, secret, one.contribution);
  };
  const waits = on && told.value.some((one) => one.said && !one.card);
  useEffect(() => {
    const soon = on ? setTimeout(() => void look(), Math.random() * SPREAD_MS) : undefined;
    return () => clearTimeout(soon);
  }, [on, g.common.board?.version]);
  useEffect(() => {
    const again = waits ? setInterval(() => void look(), AGAIN_MS) : undefined;
    return () => clearInterval(again);
  }, [waits]);
  const not = (contribution: string) => {
    if (!settled) return;
    nots.value = [...nots.value, contribution];
    keep(g.id, NOT, JSON.stringify(nots.value));
  };
  const left = (on ? told.value : givenTo(g.id, slip.contribution)).filter((one) => one.said || !nots.value.includes(one.contribution));
  if (left.length === 0) return null;
  return (
    <>
      <p class="kicker">{words.introductions.title}</p>
      <ul class="introductions">
        {left.map((one) => (
          <li key={one.contribution}>
            {one.words && <p><bdi>{one.words}</bdi></p>}
            <One one={one} g={g} words={words} secret={secret} look={look} settled={settled} not={() => not(one.contribution)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface Step {
  one: Introduction;
  g: Gathering;
  words: LaterWords;
  secret: string;
  look: () => Promise<void>;
  settled: boolean;
  not: () => void;
}

function One({ one, g, words, secret, look, settled, not }: Step) {
  const asking = useSignal(false);
  const trouble = useSignal("");
  const { introductions } = words;
  const told = async (going: Promise<Answer<object>>) => {
    const answer = await going;
    trouble.value = answer.ok ? "" : answer.problem.detail || words.board.failed;
    asking.value &&= !answer.ok;
    await look();
  };
  const back = () => void told(post(`/api/boards/${g.id}`, { type: "take-back-yes", secret, contribution: one.contribution }));
  const yes = (card: ContactCard) => {
    keepAgreedCard(g.id, card);
    void told(post(`/api/boards/${g.id}`, { type: "say-yes", secret, contribution: one.contribution }));
  };
  if (one.card) return <Given card={one.card} g={g} words={words} />;
  if (asking.value) return <Card g={g} words={words} trouble={trouble.value} yes={yes} back={() => (asking.value = false)} />;
  return (
    <>
      {one.said ? (
        <>
          <p class="fine" role="status">{introductions.waiting}</p>
          <button class="quiet" onClick={back}>{introductions.takeBack}</button>
        </>
      ) : (
        <>
          <button class="wide" onClick={() => (asking.value = true)}>{introductions.yes}</button>
          <button class="quiet" aria-disabled={!settled} onClick={not}>{introductions.not}</button>
        </>
      )}
      {trouble.value && <p role="alert">{trouble.value}</p>}
    </>
  );
}

/** What the other gets when they say yes too; until then it stays on this phone. */
function Card({ g, words, trouble, yes, back }: { g: Gathering; words: LaterWords; trouble: string; yes: (card: ContactCard) => void; back: () => void }) {
  const card = useSignal<ContactCard>(cardToAgreeWith(g));
  const { introductions } = words;
  const settled = useSettled();
  const reachable = Boolean(card.value.email || card.value.phone || card.value.link);
  return (
    <form onSubmit={(event) => (event.preventDefault(), settled && yes(card.value))}>
      <p class="fine">{introductions.card}</p>
      {FIELDS.map((field) => (
        <label key={field} class="field">
          <b>{introductions.fields[field]}</b>
          <input
            value={card.value[field] ?? ""}
            maxLength={120}
            inputMode={field === "email" ? "email" : field === "phone" ? "tel" : "text"}
            onInput={(event) => (card.value = { ...card.value, [field]: event.currentTarget.value })}
          />
        </label>
      ))}
      <button type="submit" class="main" disabled={!reachable} aria-disabled={!settled}>{introductions.say}</button>
      <button type="button" class="quiet" onClick={back}>{introductions.never}</button>
      {trouble && <p role="alert">{trouble}</p>}
    </form>
  );
}

function Given({ card, g, words }: { card: ContactCard; g: Gathering; words: LaterWords }) {
  return (
    <>
      <p role="status">{words.introductions.given}</p>
      {card.name && <p><b><bdi>{card.name}</bdi></b></p>}
      <Ways card={card} />
      <button class="wide" onClick={() => hand("contact.vcf", "text/vcard", vCardOf(card, g.common.title))}>{words.introductions.save}</button>
    </>
  );
}

function give(gathering: string, secret: string, contribution: string): Promise<Answer<object>> | undefined {
  const card = agreedCard(gathering);
  return card && post(`/api/boards/${gathering}`, { type: "give-card", secret, contribution, card });
}

const listed = (gathering: string) => read<string[]>(gathering, NOT) ?? [];

function read<T>(gathering: string, name: string): T | undefined {
  try {
    return (JSON.parse(recall(gathering, name) ?? "null") as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}
