import type { Common } from "../wire.ts";

export type Language = Common["language"];

/** The gathering's language, or before we know it the first one of this device that we speak. */
export function languageOf(document?: { language: Language }): Language {
  if (document) return document.language;
  for (const wish of navigator.languages ?? [navigator.language]) {
    if (wish.startsWith("nl")) return "nl";
    if (wish.startsWith("en")) return "en";
  }
  return "en";
}

const LOCALE: Record<Language, string> = { nl: "nl-NL", en: "en-GB" };

/** 23 december, 23 December; server ms. */
export function dayOf(language: Language, ms: number): string {
  return new Intl.DateTimeFormat(LOCALE[language], { day: "numeric", month: "long" }).format(ms);
}

/** 10:17 */
export function timeOf(language: Language, ms: number): string {
  return new Intl.DateTimeFormat(LOCALE[language], { hour: "2-digit", minute: "2-digit" }).format(ms);
}

/** A date, and on the day itself the time. */
export function untilOf(language: Language, ms: number, now: number): string {
  return ms - now < 20 * 3_600_000 ? timeOf(language, ms) : dayOf(language, ms);
}

/** Daan, Fatima en Mo */
export function listOf(language: Language, words: readonly string[]): string {
  return new Intl.ListFormat(LOCALE[language]).format(words);
}
