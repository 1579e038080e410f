// An address card as a file and as a QR code: version 3.0, which every phone reads.

import type { ContactCard } from "../../shared/wire.ts";
import { contentOf, escaped } from "./lines.ts";

/** What a spreadsheet would take for a formula, should a card ever end up in one. */
const FORMULA = /^[\s=+\-@＝＋－＠]+/;
/** What parts the parts of a name, also where a phone should know better. */
const PARTS = /[;,\\]+/g;

export function vCardOf(card: ContactCard, from = ""): string {
  const name = plain(card.name);
  const { email, phone, link } = { email: plain(card.email), phone: numberOf(card.phone), link: linkOf(card.link) };
  const shown = name || email || phone || link;
  return contentOf([
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:;${escaped(shown.replace(PARTS, " "))};;;`,
    `FN:${escaped(shown)}`,
    ...(email ? [`EMAIL;TYPE=INTERNET:${escaped(email)}`] : []),
    ...(phone ? [`TEL;TYPE=CELL:${phone}`] : []),
    ...(link ? [`URL:${link}`] : []),
    ...(from ? [`NOTE:${escaped(plain(from))}`] : []),
    "END:VCARD",
  ]);
}

function plain(text = ""): string {
  return text.replace(FORMULA, "").trim();
}

/** Figures and what stands between them: the `+` of a country is no formula when nothing else can follow it. */
export function numberOf(text = ""): string {
  return text.replace(/[^\d+()\-. /]/g, "").trim();
}

/** A link that writes to somebody. Nothing in the address begins a subject or a copy; its @ stays, since not every program reads it otherwise. */
export function mailOf(address: string): string {
  return `mailto:${encodeURIComponent(address.trim()).replace(/%40(?!.*%40)/, "@")}`;
}

/** A link of the web, without room for a line of its own; whatever else it may be is left out. */
export function linkOf(text = ""): string {
  if (!text.trim()) return "";
  try {
    const url = new URL(/^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
  } catch {
    return "";
  }
}
