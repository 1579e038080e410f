// How a host or a stage comes in: by a link whose token stands after the #, which no server, log or Referer ever sees.

import { newId, post, type Answer } from "./send.ts";

export interface Entrance {
  gathering: string;
  /** empty on a later visit: then the cookie speaks */
  token: string;
}

/** Reads `/host/ID#TOKEN` or `/stage/ID#TOKEN`, and takes the token out of the address bar at once. */
export function entrance(): Entrance {
  const gathering = location.pathname.split("/")[2] ?? "";
  const token = location.hash.slice(1);
  if (token) history.replaceState(null, "", location.pathname);
  addEventListener("hashchange", () => location.reload()); // a newer link pasted into the same tab
  return { gathering, token };
}

/** Changes the token for a cookie. Keeps trying while the server cannot be reached. */
export async function enter({ gathering, token }: Entrance): Promise<Answer<unknown>> {
  if (!token) return { ok: true, value: {} };
  return post(`/api/gatherings/${gathering}/enter`, { id: newId(), token }, Infinity);
}

/** The code as it is read aloud: two halves. */
export function halves(code: string): readonly [string, string] {
  return [code.slice(0, 4), code.slice(4)];
}
