import { books, type Words, type Written } from "../shared/texts/words.ts";

export type Texts = Words<"open">["open"];

type Sections = "open" | "invite" | "first";

export const WORDS = books(
  import.meta.glob<Pick<Written, Sections>>("../../src/tingsha/languages/*.json", { query: "?only=open,invite,first", import: "default" }),
);

/** What a host is told beforehand; fetched when somebody opens a gathering. */
export const BRIEF = books(
  import.meta.glob<Written["host"]>("../../src/tingsha/languages/*.json", { query: "?only=host", import: "default" }),
);
