import type { Language } from "../../shared/texts/language.ts";
import { en } from "./en.ts";
import { nl, type Texts } from "./nl.ts";

export const TEXTS: Record<Language, Texts> = { nl, en };
export type { Texts };
