// The communities to which this device may add gatherings. Their tokens lie here and nowhere else on it, until thirty days
// after the last gathering that was opened here: by then all of it is gone on the server too.

import { keep, recall } from "../shared/storage.ts";

export interface Belonging {
  token: string;
  /** of the gathering that was opened last */
  title: string;
  until: number;
}

const TOKEN = /^[0-9a-f]{32}$/;
const KEPT_MS = 30 * 24 * 3_600_000;
const LONGEST = 120;
const MOST = 12;

/** The communities that this device knows, the latest first. */
export function communities(now = Date.now()): Belonging[] {
  try {
    const kept = JSON.parse(recall("open", "communities") ?? "[]") as Belonging[];
    return kept.filter(({ token, title, until }) => TOKEN.test(token) && typeof title === "string" && until > now);
  } catch {
    return [];
  }
}

/** From now on this device knows it, by this title. */
export function remember(token: string, title: string, now = Date.now()): void {
  const others = communities(now).filter((each) => each.token !== token);
  keep("open", "communities", JSON.stringify([{ token, title, until: now + KEPT_MS }, ...others].slice(0, MOST)));
}

/** A link by which somebody else may add gatherings. What stands behind its # is sent to no server. */
export function linkOf({ token, title }: Belonging): string {
  return `${location.origin}/#${new URLSearchParams({ community: token, title })}`;
}

/** The community in such a link; nothing when it is none. */
export function readLink(fragment: string): Belonging | undefined {
  const said = new URLSearchParams(fragment);
  const token = said.get("community") ?? "";
  const title = (said.get("title") ?? "").replace(/[\p{Cc}\p{Cf}]/gu, " ").trim().slice(0, LONGEST);
  return TOKEN.test(token) && title ? { token, title, until: Infinity } : undefined;
}
