import type { Signal } from "@preact/signals";
import type { Language } from "./texts/language.ts";
import { THEMES, type Theme } from "./texts/questions.ts";
import type { Question } from "./wire.ts";

interface InviteProps {
  language: Language;
  questions: Signal<Question>;
  labels: { questions: string; hint: string; challenge: string; give_and_take: string };
}

const MOST = 200;

/** Choosing the two questions: a ready pair to start from, and always one's own words over it. */
export function Invite({ language, questions, labels }: InviteProps) {
  const { challenge, give_and_take } = questions.value;
  const write = (part: Partial<Question>) => (questions.value = { ...questions.value, ...part });
  return (
    <fieldset class="invite">
      <legend>{labels.questions}</legend>
      <p class="fine">{labels.hint}</p>
      <div class="chips">
        {THEMES[language].map((theme) => (
          <button key={theme.name} type="button" aria-pressed={same(theme, questions.value)} onClick={() => write(pairOf(theme))}>
            {theme.name}
          </button>
        ))}
      </div>
      <label>
        <span class="label">{labels.challenge}</span>
        <textarea rows={2} required maxLength={MOST} value={challenge} onInput={(event) => write({ challenge: event.currentTarget.value })} />
      </label>
      <label>
        <span class="label">{labels.give_and_take}</span>
        <textarea rows={2} required maxLength={MOST} value={give_and_take} onInput={(event) => write({ give_and_take: event.currentTarget.value })} />
      </label>
    </fieldset>
  );
}

export function pairOf({ challenge, give_and_take }: Theme): Question {
  return { challenge, give_and_take };
}

function same(theme: Theme, questions: Question): boolean {
  return theme.challenge === questions.challenge && theme.give_and_take === questions.give_and_take;
}

/** In another language a ready pair changes along; own words stay. */
export function translated(questions: Question, from: Language, to: Language): Question {
  const place = THEMES[from].findIndex((theme) => same(theme, questions));
  const theme = THEMES[to][place];
  return theme ? pairOf(theme) : questions;
}

interface ChoiceProps<T extends string> {
  name: string;
  label: string;
  of: Record<T, string[]>;
  only?: readonly T[];
  value: T;
  choose: (value: T) => void;
}

/** One of a few, each with a line that says what it means. */
export function Choice<T extends string>({ name, label, of, only, value, choose }: ChoiceProps<T>) {
  const keys = only ?? (Object.keys(of) as T[]);
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {keys.map((key) => (
        <label key={key}>
          <input type="radio" name={name} value={key} checked={key === value} onChange={() => choose(key)} />
          <span>
            <b>{of[key][0]}</b>
            <span class="fine">{of[key][1]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The page's own language, before there is a gathering to have one. */
export function Languages({ label, value, choose }: { label: string; value: Language; choose: (to: Language) => void }) {
  return (
    <div class="languages" role="group" aria-label={label}>
      <button type="button" lang="nl" aria-pressed={value === "nl"} onClick={() => choose("nl")}>Nederlands</button>
      <button type="button" lang="en" aria-pressed={value === "en"} onClick={() => choose("en")}>English</button>
    </div>
  );
}
