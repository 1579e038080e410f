// By the code on the screen a phone knows the gathering again, however it came in.

import { forget, keep, names, recall } from "../shared/storage.ts";

export function remember(id: string, code: string): void {
  keep(code, "gathering", id);
  keep(id, "code", code);
}

const OF = "board.community";
const LAST = "last.stream";

/** Of which community a gathering is: whoever leaves that is forgotten in all of it, on this phone too. */
export function noteCommunity(id: string, community = ""): void {
  if (community && recall(id, OF) !== community) keep(id, OF, community);
}

/** The gatherings of a community that this phone was in; those of before it noted so still say it in their documents. */
export function gatheringsOf(community: string): string[] {
  const theirs = names().filter(([, name, value]) => (name === OF ? value : name === LAST ? communityIn(value) : "") === community);
  return community ? [...new Set(theirs.map(([gathering]) => gathering))] : [];
}

function communityIn(documents: string): string {
  try {
    return (JSON.parse(documents) as { common?: { community?: string } }).common?.community ?? "";
  } catch {
    return "";
  }
}

/** Nothing of it stays on this phone. */
export function forgetAll(id: string, code = recall(id, "code") ?? ""): void {
  forget(code);
  forget(id);
}
