import type { Words } from "./texts/words.ts";

/** The picture that phone and stage share, so that people see they are in the right place; its word has its article. */
export function pictureOf(name: string, words: Words<"pictures">["pictures"]): { src: string; word: string } {
  return { src: `/pictures/${name}.svg`, word: (words as Record<string, string>)[name] ?? name };
}
