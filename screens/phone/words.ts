// The words of the phone, in the order in which it needs them: at the door, inside, and in the parts that few people open.

import { books, type Words, type Written } from "../shared/texts/words.ts";

export type DoorTexts = Words<"door">["door"];
export type Texts = Words<"phone">["phone"];
export type Pictures = Words<"pictures">["pictures"];
export type LaterWords = Words<"later">["later"];
export type AfterwardsWords = Words<"afterwards">["afterwards"];

export const DOOR = books(
  import.meta.glob<Pick<Written, "door" | "pictures">>("../../src/tingsha/languages/*.json", { query: "?only=door,pictures", import: "default" }),
);

export const INSIDE = books(import.meta.glob<Written["phone"]>("../../src/tingsha/languages/*.json", { query: "?only=phone", import: "default" }));

export const LATER = books(import.meta.glob<Written["later"]>("../../src/tingsha/languages/*.json", { query: "?only=later", import: "default" }));

export const AFTERWARDS = books(
  import.meta.glob<Written["afterwards"]>("../../src/tingsha/languages/*.json", { query: "?only=afterwards", import: "default" }),
);
