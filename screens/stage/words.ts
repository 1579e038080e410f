import { books, type Words, type Written } from "../shared/texts/words.ts";

export type Pictures = Words<"pictures">["pictures"];

export const WORDS = books(
  import.meta.glob<Pick<Written, "scenes" | "pictures">>("../../src/tingsha/languages/*.json", { query: "?only=scenes,pictures", import: "default" }),
);
