// Opening a gathering: what is asked of the server, and where its host goes then.

import { PRESETS, serverPreset, type Preset } from "../shared/presets.ts";
import { newId, type Answer } from "../shared/send.ts";
import type { Language } from "../shared/texts/language.ts";
import type { Invitation, Opened, Problem, Question } from "../shared/wire.ts";

export type Milling = "free" | "guided" | "numbers";

export interface Wishes {
  title: string;
  language: Language;
  questions: Question;
  preset: Preset;
  milling: Milling;
  groups: string[];
  /** other questions in later rounds; empty ones stay as they are */
  perRound: readonly Question[];
  /** the token of the community that it belongs to */
  community?: string;
}

/** The body of `POST /api/gatherings`. */
export function openingOf(wishes: Wishes): object {
  const { find_s, ...plan } = PRESETS[wishes.preset];
  const rehearsal = wishes.preset === "rehearsal";
  return {
    title: wishes.title,
    language: wishes.language,
    mode: "room",
    milling: wishes.milling,
    preset: serverPreset(wishes.preset),
    plan: rehearsal ? { ...plan, find_s } : plan,
    ...(wishes.preset !== "liquid-courage" && { invitation: invitationOf(wishes) }),
    ...(wishes.groups.length > 0 && { groups: wishes.groups }),
    ...(rehearsal && { rehearsal }),
    ...(wishes.community && { community: wishes.community }),
  };
}

function invitationOf({ questions, perRound }: Wishes): Invitation {
  const filled = perRound.map(({ challenge, give_and_take }) => ({
    challenge: challenge.trim() || questions.challenge,
    give_and_take: give_and_take.trim() || questions.give_and_take,
  }));
  const own = perRound.some(({ challenge, give_and_take }) => challenge.trim() || give_and_take.trim());
  return own ? { ...questions, per_round: [questions, ...filled] } : questions;
}

/** Groups as typed: with commas, semicolons or a line each. */
export function groupsOf(typed: string): string[] {
  const names = typed.split(/[,;\n]/).map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}

let attempt: { body: string; id: string } | undefined;

/** Opens it. Pressing again after a lost answer sends the same id, so that no second gathering comes of it. */
export async function open(wishes: Wishes, key: string): Promise<Answer<Opened>> {
  const body = openingOf(wishes);
  const said = JSON.stringify(body);
  if (attempt?.body !== said) attempt = { body: said, id: newId() };
  try {
    const response = await fetch("/api/gatherings", {
      method: "POST",
      headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ id: attempt.id, ...body }),
      signal: AbortSignal.timeout(15_000),
    });
    const answer = (await response.json()) as Opened & Problem;
    return response.ok ? { ok: true, value: answer } : { ok: false, problem: answer };
  } catch {
    return { ok: false, problem: { code: "offline", title: "", detail: "" } };
  }
}

/** To the host page on this same address: the link may name another one, meant for phones. */
export function goTo(link: string): void {
  const { pathname, hash } = new URL(link, location.href);
  location.assign(pathname + hash);
}
