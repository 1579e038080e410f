import { books, type Words, type Written } from "../shared/texts/words.ts";

export type Texts = Words<"host">["host"];
export type Pictures = Words<"pictures">["pictures"];

export const WORDS = books(
  import.meta.glob<Pick<Written, "host" | "pictures">>("../../src/tingsha/languages/*.json", { query: "?only=host,pictures", import: "default" }),
);
