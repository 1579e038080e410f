// What a host is told beforehand: what this kind of gathering is for, what to look at in the room, and what to say aloud.

import type { ComponentChildren } from "preact";
import { say } from "./texts/say.tsx";
import { turnOf } from "./texts/span.ts";
import type { Words } from "./texts/words.ts";

export type BriefWords = Pick<Words<"host">["host"], "script" | "notes" | "turn" | "times" | "seconds">;

interface NotesProps {
  preset: string;
  words: BriefWords;
  children?: ComponentChildren;
}

/** What it is for, and the room. */
export function Notes({ preset, words, children }: NotesProps) {
  const { notes } = words;
  const purpose = (notes.purposes as Record<string, string>)[preset] ?? notes.purposes.classic;
  const own = (notes.rooms as Record<string, string[]>)[preset] ?? [];
  return (
    <>
      <p>{purpose}</p>
      {preset === "liquid-courage" && <p class="advice">{notes.dare}</p>}
      <details>
        <summary>{notes.room}</summary>
        <ul class="checks">
          {[...own, ...notes.checks].map((check) => (
            <li key={check}>
              <label><input type="checkbox" /> <span>{check}</span></label>
            </li>
          ))}
        </ul>
      </details>
      {children}
    </>
  );
}

interface ScriptProps {
  preset: string;
  way: "free" | "guided" | "numbers";
  rounds: number;
  turn_s: number;
  /** the two questions, or the five sentences of Liquid Courage */
  asked: readonly string[];
  /** their language, where that is not the page's */
  askedIn?: string | undefined;
  words: BriefWords;
}

const QUESTIONS_AT = 1;

/** A minute of words to say aloud, for the way in which people will find each other. */
export function Script({ preset, way, rounds, turn_s, asked, askedIn, words }: ScriptProps) {
  const { script } = words;
  const gaps = {
    rounds: words.times(rounds),
    turn: turnOf(words, turn_s),
    questions: <span class="asked" lang={askedIn}>{asked.map((one) => <><q key={one}>{one}</q> </>)}</span>,
  };
  const daring = preset === "liquid-courage";
  const own = (script.own as Record<string, string>)[preset];
  return (
    <>
      <p class="fine">{script.about}</p>
      {script[way].map((sentence, at) => (
        <>
          <p key={sentence}>{say(daring && at === QUESTIONS_AT ? script.openers : sentence, gaps)}</p>
          {at === QUESTIONS_AT && own && <p>{own}</p>}
        </>
      ))}
    </>
  );
}
