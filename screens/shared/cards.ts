// A question card: a good invitation passed on by link or QR code. It lives in the link itself, behind the #, so that no
// server keeps it; what comes out of a link is checked like anything that strangers send.

import type { Language } from "./texts/language.ts";
import type { Question } from "./wire.ts";

export interface Card extends Question {
  language: Language;
  title?: string;
  /** a line of whoever passes it on, or when the gathering is */
  note?: string;
  /** sent ahead to those who are invited, instead of passed on to somebody who hosts */
  ahead?: boolean;
}

const MOST = { challenge: 200, give_and_take: 200, title: 120, note: 200 } as const;
const LANGUAGE = /^[a-z]{2,3}$/;
const LONGEST = 4000;

/** The path and fragment of a card. */
export function cardLink(card: Card): string {
  const kept = JSON.stringify([card.language, card.challenge, card.give_and_take, card.title ?? "", card.note ?? "", card.ahead ? 1 : 0]);
  const bytes = new TextEncoder().encode(kept);
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `/card#${text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** The card in a fragment; nothing when it is not one. */
export function readCard(fragment: string): Card | undefined {
  if (!fragment || fragment.length > LONGEST) return undefined;
  try {
    const bytes = Uint8Array.from(atob(fragment.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
    return checked(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

function checked(said: unknown): Card | undefined {
  if (!Array.isArray(said) || said.length !== 6) return undefined;
  const [language, challenge, give_and_take, title, note, ahead] = said as unknown[];
  if (typeof language !== "string" || !LANGUAGE.test(language)) return undefined;
  const texts = { challenge, give_and_take, title, note };
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text !== "string" || [...text].length > MOST[name as keyof typeof MOST]) return undefined;
  }
  const card = { language, challenge: tidy(challenge), give_and_take: tidy(give_and_take) } as Card;
  if (!card.challenge || !card.give_and_take) return undefined;
  return { ...card, title: tidy(title), note: tidy(note), ahead: ahead === 1 };
}

/** On one line, without signs that only hide or reorder. */
function tidy(text: unknown): string {
  return String(text).normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, " ").replace(/\s+/g, " ").trim();
}
