import type { Contact, Partner } from "../../shared/wire.ts";
import { conversations } from "../conversations.ts";
import type { Gathering } from "../gathering.ts";

/** Everybody this person talked with, each once; without those of whom they said that it did not take place. */
export function peopleMet(g: Gathering): Partner[] {
  const met = conversations(g).flatMap((one) => one.partners.filter(({ participant }) => one.told?.[participant] !== false));
  return [...new Map(met.map((one) => [one.participant, one])).values()];
}

/** How it stands with one of them; nothing as long as this person said yes to nothing. */
export function contactWith(g: Gathering, one: Partner): Contact | undefined {
  return g.mine.contacts?.find(({ participant }) => participant === one.participant);
}
