import { roundsOf } from "../shared/segments.ts";
import { recall } from "../shared/storage.ts";
import { filled } from "../shared/texts/said.ts";
import type { Envelope, Partner } from "../shared/wire.ts";
import type { Gathering } from "./gathering.ts";

/** A conversation as its people remember it. Where they find each other themselves a phone may not know with whom. */
export interface Talk {
  round: number;
  partners: Partner[];
}

/** The envelopes of the conversations this person had; of what was broken off the timeline no longer knows. */
export function conversations({ common, mine }: Pick<Gathering, "common" | "mine">): Envelope[] {
  if (common.milling === "numbers") return [];
  const held = new Set(common.timeline.filter(({ kind }) => kind === "turn").map(({ round }) => round));
  return mine.envelopes.filter(({ partners, round }) => partners.length > 0 && held.has(round));
}

/** All that may be remembered: by name where the phone knows it, else by the round. */
export function talks(g: Gathering): Talk[] {
  const known = conversations(g);
  if (g.common.milling === "guided") return known;
  // A round that was broken off has no bell, but may have had a conversation.
  const rounds = Math.max(roundsOf(g.common.timeline), ...known.map(({ round }) => round));
  return Array.from({ length: rounds }, (_, at) => known.find(({ round }) => round === at + 1) ?? { round: at + 1, partners: [] });
}

/** A conversation whose partner only its owner knows is called by its round. */
export const roundName = (g: Gathering, { round }: Talk): string =>
  filled(g.texts.roundOf, { round, rounds: Math.max(round, roundsOf(g.common.timeline)) });

/** What this person wrote for themselves about a conversation. */
export function noteOf(g: Gathering, talk: Talk): string {
  return recall(g.id, `note.${talk.round}`) ?? "";
}
