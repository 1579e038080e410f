// Ready questions, fetched once per language. Without a server there is the first pair, and one's own words.

import { signal } from "@preact/signals";
import { read } from "./send.ts";
import type { Language } from "./texts/language.ts";
import type { Audience, Library, Purpose, Question } from "./wire.ts";

const fetched = signal<Partial<Record<Language, Library>>>({});
const asked = new Map<Language, Promise<void>>();

/** What there is in a language; empty until it has come. */
export function libraryOf(language: Language): readonly Purpose[] {
  void fetchLibrary(language);
  return fetched.value[language]?.purposes ?? [];
}

/** Who may be there; empty until it has come. */
export function audiencesOf(language: Language): readonly Audience[] {
  return fetched.value[language]?.audiences ?? [];
}

/** What suits an audience, of each purpose that has something for it; all of it for everybody. */
export function suiting(audience: string, library: readonly Purpose[]): readonly Purpose[] {
  if (!audience) return library;
  return library
    .map((purpose) => ({ ...purpose, pairs: purpose.pairs.filter(([, , suits]) => suits.includes(audience)) }))
    .filter(({ pairs }) => pairs.length > 0);
}

function fetchLibrary(language: Language): Promise<void> {
  const known = asked.get(language);
  if (known) return known;
  const coming = read<Library>(`/api/questions?language=${language}`).then((answer) => {
    if (answer.ok) fetched.value = { ...fetched.peek(), [language]: answer.value };
    else asked.delete(language);
  });
  asked.set(language, coming);
  return coming;
}

export function pairOf([challenge, give_and_take]: readonly [string, string, ...unknown[]]): Question {
  return { challenge, give_and_take };
}

export function same(one: Question, other: Question): boolean {
  return one.challenge === other.challenge && one.give_and_take === other.give_and_take;
}

/** The purpose that a pair comes from, and its place there; none for somebody's own words. */
export function placeOf(questions: Question, library: readonly Purpose[]): { key: string; at: number } | undefined {
  for (const { key, pairs } of library) {
    const at = pairs.findIndex((pair) => same(pairOf(pair), questions));
    if (at >= 0) return { key, at };
  }
  return undefined;
}

/** A language, and the pair that a new invitation in it begins with. */
type Speech = readonly [Language, Question | undefined];

/** In another language a ready pair changes along; own words stay. */
export async function translated(questions: Question, [from, was]: Speech, [to, first]: Speech): Promise<Question> {
  if (was && first && same(questions, was)) return first;
  await Promise.all([fetchLibrary(from), fetchLibrary(to)]);
  const place = placeOf(questions, libraryOf(from));
  const purpose = place && libraryOf(to).find(({ key }) => key === place.key);
  const pair = purpose?.pairs[place!.at % purpose.pairs.length];
  return pair ? pairOf(pair) : questions;
}
