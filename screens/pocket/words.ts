import { books, type Words, type Written } from "../shared/texts/words.ts";

export type Texts = Words<"pocket">["pocket"];

type Sections = "pocket" | "scenes" | "invite" | "first";

export const WORDS = books(
  import.meta.glob<Pick<Written, Sections>>("../../src/tingsha/languages/*.json", { query: "?only=pocket,scenes,invite,first", import: "default" }),
);
