import { books, type Words, type Written } from "../shared/texts/words.ts";

export type Texts = Words<"open">["open"];

type Sections = "open" | "invite" | "first";

export const WORDS = books(
  import.meta.glob<Pick<Written, Sections>>("../../src/tingsha/languages/*.json", { query: "?only=open,invite,first", import: "default" }),
);
