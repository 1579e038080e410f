// What a phone shared without a name in the other gatherings of a community. Only this phone can find it, and take it back.

import { post } from "../../shared/send.ts";
import { forget, keep, names, recall } from "../../shared/storage.ts";
import type { Slip } from "./slips.ts";

const OF = "board.community";
const MINE = "board.mine";
/** There is nothing left to take back of what was erased as a whole. */
const GONE = "unknown-gathering";

/** Where something may be shared, so that it is found when its owner leaves the community. */
export function noteCommunity(gathering: string, community = ""): void {
  if (community) keep(gathering, OF, community);
}

/** In every gathering of this community; false when something could not be taken back now. */
export async function takenBackIn(community: string): Promise<boolean> {
  const all = names().filter(([, name, value]) => name === OF && value === community);
  const gone = await Promise.all(all.map(([gathering]) => takenBackFrom(gathering)));
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
