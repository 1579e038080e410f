import { keep, recall } from "../../shared/storage.ts";
import type { ContactCard } from "../../shared/wire.ts";
import type { Gathering } from "../gathering.ts";

export type Field = keyof ContactCard;
export const FIELDS: readonly Field[] = ["name", "email", "phone", "link"];

const CARD = "card";
const AGREED = "board.card";
const REFUSED = "not";

/** What this person filled in, once, here or at an introduction; on this phone only, until they give some of it to somebody. */
export function myCard(g: Gathering): ContactCard {
  return { name: g.mine.name, ...agreedCard(g.id), ...kept(g.id, CARD) };
}

export function keepMyCard(g: Gathering, card: ContactCard): void {
  keep(g.id, CARD, JSON.stringify(card));
}

/** What an introduction begins with: what was said yes with before, and whatever else was filled in. */
export function cardToAgreeWith(g: Gathering): ContactCard {
  return { ...myCard(g), ...agreedCard(g.id) };
}

/** What this person said yes with. It is kept apart: what is filled in later for somebody else does not go to these. */
export function agreedCard(gathering: string): ContactCard | undefined {
  return kept(gathering, AGREED);
}

export function keepAgreedCard(gathering: string, card: ContactCard): void {
  keep(gathering, AGREED, JSON.stringify(card));
}

function kept(gathering: string, name: string): ContactCard | undefined {
  try {
    return (JSON.parse(recall(gathering, name) ?? "null") as ContactCard | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** To whom this person would rather not give it. A no is kept here and nowhere else, so that nobody can learn of it. */
export function refusals(g: Gathering): string[] {
  return JSON.parse(recall(g.id, REFUSED) ?? "[]") as string[];
}

export function keepRefusals(g: Gathering, participants: readonly string[]): void {
  keep(g.id, REFUSED, JSON.stringify(participants));
}
