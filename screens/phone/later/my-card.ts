import { keep, recall } from "../../shared/storage.ts";
import type { ContactCard } from "../../shared/wire.ts";
import type { Gathering } from "../gathering.ts";

export type Field = keyof ContactCard;
export const FIELDS: readonly Field[] = ["name", "email", "phone", "link"];

const CARD = "card";
const REFUSED = "not";

/** What this person filled in, once; on this phone only, until they give some of it to somebody. */
export function myCard(g: Gathering): ContactCard {
  return { name: g.mine.name, ...(JSON.parse(recall(g.id, CARD) ?? "{}") as ContactCard) };
}

export function keepMyCard(g: Gathering, card: ContactCard): void {
  keep(g.id, CARD, JSON.stringify(card));
}

/** To whom this person would rather not give it. A no is kept here and nowhere else, so that nobody can learn of it. */
export function refusals(g: Gathering): string[] {
  return JSON.parse(recall(g.id, REFUSED) ?? "[]") as string[];
}

export function keepRefusals(g: Gathering, participants: readonly string[]): void {
  keep(g.id, REFUSED, JSON.stringify(participants));
}
