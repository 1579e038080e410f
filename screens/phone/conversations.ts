import { recall } from "../shared/storage.ts";
import type { Envelope } from "../shared/wire.ts";
import type { Gathering } from "./gathering.ts";

/** The envelopes of the conversations this person had. */
export function conversations(g: Gathering): Envelope[] {
  return g.common.milling === "numbers" ? [] : g.mine.envelopes.filter((one) => one.partners.length > 0);
}

/** What this person wrote for themselves about a conversation. */
export function noteOf(g: Gathering, envelope: Envelope): string {
  return recall(g.id, `note.${envelope.round}`) ?? "";
}
