import type { Common } from "../../wire.ts";
import { en } from "./en.ts";
import { nl, type Texts } from "./nl.ts";

export const TEXTS: Record<Common["language"], Texts> = { nl, en };
export type { Texts };
