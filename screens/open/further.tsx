import type { Signal } from "@preact/signals";
import { Notes, Script } from "../shared/brief.tsx";
import type { InviteWords } from "../shared/invite.tsx";
import { PRESETS, type Preset } from "../shared/presets.ts";
import type { Language } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { Question } from "../shared/wire.ts";
import type { Milling } from "./ask.ts";
import { BRIEF, type Texts } from "./words.ts";

/** The five open sentences as their makers have them. */
const OPENERS = {
  nl: ["Was … maar …", "Ze dwingen me …", "Ik moet …", "… zo is het nu eenmaal.", "Als zij …, dan kon ik …!"],
  en: ["If only …", "They make me …", "I have to …", "… that’s just how it is.", "If they would …, then I could …!"],
} satisfies Record<Language, readonly string[]>;

/** Liquid Courage: nothing to choose. What to think about first stands in the notes above it. */
export function Dare({ language, texts }: { language: Language; texts: Texts }) {
  const theirs = spokenIn(language);
  return (
    <section class="dare">
      <ol class="question" lang={theirs} dir="ltr">
        {OPENERS[theirs].map((opener) => <li key={opener}>{opener}</li>)}
      </ol>
      {theirs !== language && <p class="fine">{texts.dareElsewhere}</p>}
      <p>{texts.dare}</p>
      <p class="fine">{texts.dareCredit}</p>
    </section>
  );
}

interface BriefProps {
  language: Language;
  preset: Preset;
  way: Milling;
  questions: Question;
}

/** What this kind of gathering asks of its host, before it is opened. */
export function Brief({ language, preset, way, questions }: BriefProps) {
  const words = BRIEF.of(language);
  if (!words) return null;
  const theirs = spokenIn(language);
  const askedIn = preset === "liquid-courage" ? theirs : undefined;
  const asked = askedIn ? OPENERS[theirs] : [questions.challenge, questions.give_and_take];
  return (
    <section class="brief" aria-label={words.notes.title}>
      <Notes preset={preset} words={words}>
        <details class="script">
          <summary>{words.script.title}</summary>
          <Script preset={preset} way={way} rounds={PRESETS[preset].rounds} turn_s={PRESETS[preset].turn_s} asked={asked} askedIn={askedIn} words={words} />
        </details>
      </Notes>
    </section>
  );
}

function spokenIn(language: Language): keyof typeof OPENERS {
  return language in OPENERS ? (language as keyof typeof OPENERS) : "en";
}

interface PerRoundProps {
  words: InviteWords;
  rounds: number;
  main: Question;
  own: Signal<Question[]>;
}

const EMPTY: Question = { challenge: "", give_and_take: "" };
const MOST = 200;

/** Other questions from the second round on, for who wants that; what stays empty stays the same. */
export function PerRound({ words, rounds, main, own }: PerRoundProps) {
  const write = (at: number, part: Partial<Question>) =>
    (own.value = Array.from({ length: rounds - 1 }, (_, i) => ({ ...EMPTY, ...own.value[i], ...(i === at && part) })));
  return (
    <details class="library">
      <summary>{words.perRound}</summary>
      <p class="fine">{words.perRoundHint}</p>
      {Array.from({ length: rounds - 1 }, (_, at) => (
        <fieldset key={at} class="invite">
          <legend>{filled(words.round, { round: at + 2 })}</legend>
          {(["challenge", "give_and_take"] as const).map((of) => (
            <textarea
              key={of}
              rows={2}
              maxLength={MOST}
              aria-label={`${filled(words.round, { round: at + 2 })}: ${main[of]}`}
              placeholder={main[of]}
              value={own.value[at]?.[of] ?? ""}
              onInput={(event) => write(at, { [of]: event.currentTarget.value })}
            />
          ))}
        </fieldset>
      ))}
    </details>
  );
}
