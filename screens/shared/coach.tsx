import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { libraryOf, placeOf } from "./library.ts";
import type { Language } from "./texts/language.ts";
import type { Words } from "./texts/words.ts";
import type { Advice, Question } from "./wire.ts";

const PAUSE_MS = 700;
const MOST = 2;
const NONE: Advice = { challenge: [], give_and_take: [] };

/** What may stand in the way of an answer, asked for when somebody pauses in their own words. Without a server: nothing. */
export function useAdvice(questions: Question, language: Language): Advice {
  const advice = useSignal<Advice>(NONE);
  const { challenge, give_and_take } = questions;
  const ready = placeOf(questions, libraryOf(language)) !== undefined;
  useEffect(() => {
    advice.value = NONE;
    if (ready) return;
    let current = true;
    const timer = setTimeout(async () => {
      const said = await ask({ language, challenge, give_and_take });
      if (current) advice.value = said;
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [challenge, give_and_take, language, ready]);
  return advice.value;
}

async function ask(draft: Question & { language: Language }): Promise<Advice> {
  try {
    const answer = await fetch("/api/coach", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(draft),
      signal: AbortSignal.timeout(5000),
    });
    return answer.ok ? ((await answer.json()) as Advice) : NONE;
  } catch {
    return NONE;
  }
}

/** At most two hints: more than that is no help. */
export function Hints({ of, words, id }: { of: Advice["challenge"]; words: Words<"invite">["invite"]["hints"]; id: string }) {
  return (
    <ul class="hints" id={id} aria-live="polite">
      {of.slice(0, MOST).map((hint) => <li key={hint}>{words[hint]}</li>)}
    </ul>
  );
}
