// Only the words of one language travel to a phone.

import { signal } from "@preact/signals-core";
import type { Language } from "../../shared/texts/language.ts";
import type { Texts } from "./nl.ts";

const BOOKS: Record<Language, () => Promise<Texts>> = {
  nl: () => import("./nl.ts").then((book) => book.nl),
  en: () => import("./en.ts").then((book) => book.en),
};
const RETRY_MS = 2000;

const spoken = signal<Partial<Record<Language, Texts>>>({});
const asked = new Set<Language>();

/** The words of this language; nothing until they have come, which whoever reads this is told of. */
export function textsOf(language: Language): Texts | undefined {
  const texts = spoken.value[language];
  if (!texts && !asked.has(language)) void ask(language);
  return texts;
}

async function ask(language: Language): Promise<void> {
  asked.add(language);
  try {
    const texts = await BOOKS[language]();
    spoken.value = { ...spoken.peek(), [language]: texts };
  } catch {
    setTimeout(() => void ask(language), RETRY_MS);
  }
}
