// The languages there are: one file each (docs/decisions/0009). A page knows all their names, and the words of one.

import { signal } from "@preact/signals-core";
import type { Written } from "./words.ts";

/** A code as in the name of the language's file: `nl`, `en`. */
export type Language = string;

const named = import.meta.glob<Written["language"]>("../../../src/tingsha/languages/*.json", {
  eager: true,
  query: "?only=language",
  import: "default",
});

/** Each language's own name, its locale and its direction, by its own name. */
export const LANGUAGES: ReadonlyMap<Language, Written["language"]> = new Map(
  Object.entries(named)
    .map(([path, about]) => [codeOf(path), about] as const)
    .sort(([, one], [, other]) => (one.name < other.name ? -1 : 1)),
);
const FALLBACK = "en";

/** The code in the path of a language's file. */
export function codeOf(path: string): Language {
  return path.slice(path.lastIndexOf("/") + 1, -".json".length);
}

/** The language of a document, or before there is one the first of this device's languages that we speak. */
export function languageOf(document?: { language: Language }): Language {
  const wishes = document ? [document.language] : (navigator.languages ?? [navigator.language]);
  return wishes.map((wish) => wish.split("-")[0]!.toLowerCase()).find((code) => LANGUAGES.has(code)) ?? FALLBACK;
}

/** What this page speaks now. */
export const spoken = signal<Language>(languageOf());

/** From here on the page speaks this language, and runs in its direction. */
export function speak(language: Language): void {
  spoken.value = language;
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES.get(language)?.direction ?? "ltr";
}

/** As Intl knows a language: with the country whose dates and numbers it writes. */
export function localeOf(language: Language): string {
  return LANGUAGES.get(language)?.locale ?? language;
}

/** 23 december, 23 December; server ms. */
export function dayOf(language: Language, ms: number): string {
  return new Intl.DateTimeFormat(localeOf(language), { day: "numeric", month: "long" }).format(ms);
}

/** 10:17 */
export function timeOf(language: Language, ms: number): string {
  return new Intl.DateTimeFormat(localeOf(language), { hour: "2-digit", minute: "2-digit" }).format(ms);
}

/** Whether something is so near that its time says more than its date; a sentence with *on* becomes one with *at*. */
export function isNear(ms: number, now: number): boolean {
  return ms - now < 20 * 3_600_000;
}

/** A date, and on the day itself the time. */
export function untilOf(language: Language, ms: number, now: number): string {
  return isNear(ms, now) ? timeOf(language, ms) : dayOf(language, ms);
}

/** Daan, Fatima en Mo */
export function listOf(language: Language, words: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language)).format(words);
}

/** 83%, 83 % */
export function percentOf(language: Language, share: number): string {
  return new Intl.NumberFormat(localeOf(language), { style: "percent" }).format(share);
}
