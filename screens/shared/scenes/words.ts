import type { Words } from "../texts/words.ts";

/** What the stage says, also where a pocket gathering borrows its scenes. */
export type Texts = Words<"scenes">["scenes"];
