import { codeOf } from "../../../shared/texts/language.ts";
import type { Cues } from "../hints.ts";

const LEARNT = Object.fromEntries(
  Object.entries(import.meta.glob<Cues>(["./*.ts", "!./learnt.ts"], { import: "default" })).map(([path, fetch]) => [codeOf(path.replace(/ts$/, "json")), fetch]),
);

/** The cues of a language; nothing in one that the coach has not learnt. */
export async function cuesIn(language: string): Promise<Cues | undefined> {
  return LEARNT[language]?.();
}
