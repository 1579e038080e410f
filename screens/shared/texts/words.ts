// The words of a page: some sections of the file of one language, fetched when somebody speaks it.

import { signal } from "@preact/signals-core";
import { said, type Said } from "./said.ts";
import { codeOf, localeOf, type Language } from "./language.ts";

/** A language's file as it is written. Dutch gives the shape; the tests hold all others to it. */
export type Written = typeof import("../../../src/tingsha/languages/nl.json");

/** Sections of it, ready to use. */
export type Words<Section extends keyof Written> = Said<Pick<Written, Section>>;

export interface Books<T> {
  /** the words of a language; nothing until they have come, which whoever reads this is told of */
  of(language: Language): T | undefined;
  /** sees to it that they come, for as long as it takes */
  bring(language: Language): Promise<void>;
}

const RETRY_MS = 2000;

/** The words of a page in every language, each fetched the first time it is asked for. */
export function books<T extends object>(files: Record<string, () => Promise<T>>): Books<Said<T>> {
  const fetching = new Map(Object.entries(files).map(([path, fetch]) => [codeOf(path), fetch]));
  const here = signal<Partial<Record<Language, Said<T>>>>({});
  const asked = new Map<Language, Promise<void>>();

  const fetched = async (language: Language): Promise<void> => {
    try {
      const written = await fetching.get(language)!();
      here.value = { ...here.peek(), [language]: said(written, localeOf(language)) };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      await fetched(language);
    }
  };
  const bring = (language: Language): Promise<void> => {
    const coming = asked.get(language) ?? fetched(language);
    asked.set(language, coming);
    return coming;
  };
  return {
    bring,
    of(language) {
      const words = here.value[language];
      if (!words) void bring(language);
      return words;
    },
  };
}
