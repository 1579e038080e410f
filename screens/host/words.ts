import { books, type Words, type Written } from "../shared/texts/words.ts";

export type Texts = Words<"host">["host"];
export type Scenes = Words<"scenes">["scenes"];
export type Pictures = Words<"pictures">["pictures"];

export const WORDS = books(
  import.meta.glob<Pick<Written, "host" | "pictures" | "scenes">>("../../src/tingsha/languages/*.json", { query: "?only=host,pictures,scenes", import: "default" }),
);
