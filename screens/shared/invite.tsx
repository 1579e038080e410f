import { useSignal, type Signal } from "@preact/signals";
import { Hints, useAdvice } from "./coach.tsx";
import { audiencesOf, libraryOf, pairOf, placeOf, suiting } from "./library.ts";
import type { Language } from "./texts/language.ts";
import type { Words } from "./texts/words.ts";
import { keptCards } from "./verdicts.ts";
import type { Purpose, Question } from "./wire.ts";

export type InviteWords = Words<"invite">["invite"];

interface InviteProps {
  language: Language;
  questions: Signal<Question>;
  words: InviteWords;
  labels: { questions: string; hint: string; challenge: string; give_and_take: string };
}

const MOST = 200;

/** Choosing the two questions: a ready pair to start from, and always one's own words over it. */
export function Invite({ language, questions, words, labels }: InviteProps) {
  const advice = useAdvice(questions.value, language);
  return (
    <fieldset class="invite">
      <legend>{labels.questions}</legend>
      <p class="fine">{labels.hint}</p>
      <Purposes language={language} questions={questions} words={words} />
      <Field label={labels.challenge} of="challenge" questions={questions} />
      <Hints of={advice.challenge} words={words.hints} id="challenge-hints" />
      <Field label={labels.give_and_take} of="give_and_take" questions={questions} />
      <Hints of={advice.give_and_take} words={words.hints} id="give_and_take-hints" />
      <p class="fine">{words.interest}</p>
    </fieldset>
  );
}

function Field({ label, of, questions }: { label: string; of: keyof Question; questions: Signal<Question> }) {
  return (
    <label>
      <span class="label">{label}</span>
      <textarea
        rows={2}
        required
        maxLength={MOST}
        aria-describedby={`${of}-hints`}
        value={questions.value[of]}
        onInput={(event) => (questions.value = { ...questions.value, [of]: event.currentTarget.value })}
      />
    </label>
  );
}

/** Who is there and what they come together for; pressing the same again, or *another one*, goes on to the next pair. */
function Purposes({ language, questions, words }: Omit<InviteProps, "labels">) {
  const audience = useSignal("");
  const ready = suiting(audience.value, libraryOf(language));
  const library = [...own(language, words.own), ...ready];
  const place = placeOf(questions.value, library);
  const take = ({ pairs }: Purpose, at: number) => (questions.value = pairOf(pairs[at % pairs.length]!));
  const current = library.find(({ key }) => key === place?.key);
  if (library.length === 0) return null;
  return (
    <>
      <Audiences language={language} audience={audience} words={words} />
      <div class="chips" role="group" aria-label={words.purpose}>
        {library.map((purpose) => (
          <button key={purpose.key} type="button" aria-pressed={purpose === current} onClick={() => take(purpose, purpose === current ? place!.at + 1 : 0)}>
            {purpose.name}
          </button>
        ))}
      </div>
      {current && (
        <p>
          <button type="button" class="quiet" onClick={() => take(current, place!.at + 1)}>{words.another}</button>
        </p>
      )}
      <All library={ready} questions={questions} words={words} />
    </>
  );
}

/** What was chosen before stays, also when it suits others: it is the host's. */
function Audiences({ language, audience, words }: { language: Language; audience: Signal<string>; words: InviteWords }) {
  return (
    <label class="audience">
      <span class="label">{words.audience}</span>
      <select value={audience.value} onChange={(event) => (audience.value = event.currentTarget.value)}>
        <option value="">{words.everybody}</option>
        {audiencesOf(language).map(({ key, name }) => <option key={key} value={key}>{name}</option>)}
      </select>
    </label>
  );
}

/** Invitations that landed, as this host noted on a card. */
function own(language: Language, name: string): Purpose[] {
  const landed = keptCards().filter(({ card, verdict }) => verdict === "landed" && card.language === language);
  const pairs = landed.map(({ card }): [string, string, string[]] => [card.challenge, card.give_and_take, []]);
  return pairs.length ? [{ key: "own", name, pairs }] : [];
}

interface AllProps {
  library: readonly Purpose[];
  questions: Signal<Question>;
  words: InviteWords;
}

/** All of them in a list, with a word to look for. */
function All({ library, questions, words }: AllProps) {
  const open = useSignal(false);
  const typed = useSignal("");
  const wanted = plain(typed.value);
  const found = library.flatMap(({ name, pairs }) => pairs.filter(([one, other]) => plain(`${name} ${one} ${other}`).includes(wanted)));
  return (
    <details class="library" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{words.all}</summary>
      {open.value && (
        <>
          <label>
            <span class="label">{words.search}</span>
            <input type="search" value={typed.value} autoComplete="off" onInput={(event) => (typed.value = event.currentTarget.value)} />
          </label>
          <p class="fine" role="status">{found.length === 0 ? words.none : words.found(found.length)}</p>
          <ul>
            {found.map((pair) => (
              <li key={pair[0]}>
                <button type="button" class="wide" onClick={() => (questions.value = pairOf(pair))}>
                  <span>{pair[0]}</span>
                  <span class="fine">{pair[1]}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
