import { books, type Words, type Written } from "../shared/texts/words.ts";

export type Texts = Words<"card">["card"];

export const WORDS = books(import.meta.glob<Written["card"]>("../../src/tingsha/languages/*.json", { query: "?only=card", import: "default" }));
