// What a phone shared and kept in the other gatherings of a community. What went without a name only this phone can find, and take back.

import { post } from "../../shared/send.ts";
import { forget, placeOf, recall } from "../../shared/storage.ts";
import { forgetAll, gatheringsOf } from "../known.ts";
import type { Slip } from "./slips.ts";

const MINE = "board.mine";
/** There is nothing left to take back of what was erased as a whole. */
const GONE = "unknown-gathering";

/** In every gathering of this community; false when something could not be taken back now. */
export async function takenBackIn(community: string): Promise<boolean> {
  const gone = await Promise.all(gatheringsOf(community).map(takenBackFrom));
  return gone.every(Boolean);
}

async function takenBackFrom(gathering: string): Promise<boolean> {
  const slips = JSON.parse(recall(gathering, MINE) ?? "[]") as Slip[];
  const shared = slips.filter(({ how }) => how !== "private");
  const answers = await Promise.all(shared.map(({ secret }) => post(`/api/boards/${gathering}`, { type: "withdraw", secret })));
  const gone = answers.every((answer) => answer.ok || answer.problem.code === GONE);
  if (gone) forget(gathering, MINE);
  return gone;
}

/** Nothing of any of its gatherings stays on this phone, nor the key by which it was known; first what was shared is taken back. */
export function forgetCommunity(community: string): void {
  for (const gathering of gatheringsOf(community)) forgetAll(gathering);
  forget(placeOf(community));
}
