// What a host noted about invitations they used: landed, or fell flat. It stays on this device.

import { keep, recall } from "./storage.ts";
import type { Card } from "./cards.ts";

export type Verdict = "landed" | "flat";

export interface Kept {
  card: Card;
  verdict: Verdict;
}

const MOST = 60;

export function keptCards(): Kept[] {
  try {
    const kept: unknown = JSON.parse(recall("cards", "kept") ?? "[]");
    return Array.isArray(kept) ? (kept as Kept[]).filter((each) => each?.card?.challenge && each.card.give_and_take) : [];
  } catch {
    return [];
  }
}

export function verdictOf(card: Card): Verdict | undefined {
  return keptCards().find((each) => sameCard(each.card, card))?.verdict;
}

/** The newest first; the same invitation once. Nothing takes it off again. */
export function judge(card: Card, verdict: Verdict | undefined): void {
  const others = keptCards().filter((each) => !sameCard(each.card, card));
  const kept = verdict ? [{ card, verdict }, ...others] : others;
  keep("cards", "kept", JSON.stringify(kept.slice(0, MOST)));
}

function sameCard(one: Card, other: Card): boolean {
  return one.challenge === other.challenge && one.give_and_take === other.give_and_take;
}
