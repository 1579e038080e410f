// The last documents of a gathering, kept on this device where a page can come back without its server (see worker/). They lie
// under the gathering's own id, so that whatever forgets the gathering forgets them, and go on its date at the latest.

import { wallOffset } from "./clock.ts";
import { forget, keep, names, recall } from "./storage.ts";

export interface Documents<C, M> {
  common: C;
  mine: M;
}

/** Whether a page can be opened here while its server is gone: only then is there a reason to keep anything. */
export function comesBack(): boolean {
  return typeof navigator !== "undefined" && "serviceWorker" in navigator;
}

const place = (viewer: string) => `last.${viewer}`;

export function keepDocuments<C, M>(gathering: string, viewer: string, documents: Documents<C, M>): void {
  if (comesBack()) keep(gathering, place(viewer), JSON.stringify(documents, withoutTokens));
}

/** A host's links open doors: what stands behind their # is not kept. */
function withoutTokens(name: string, value: unknown): unknown {
  if (name !== "links") return value;
  return Object.fromEntries(Object.entries(value as Record<string, string>).map(([of, link]) => [of, link.split("#")[0]]));
}

export function keptDocuments<C, M>(gathering: string, viewer: string): Documents<C, M> | undefined {
  try {
    return (JSON.parse(recall(gathering, place(viewer)) ?? "null") as Documents<C, M> | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Another person, or nobody any more, on this device. */
export function dropDocuments(gathering: string, viewer: string): void {
  forget(gathering, place(viewer));
}

/** The day on which all of a gathering goes, on this device too. */
export function keepUntil(gathering: string, until: number): void {
  if (recall(gathering, "until") !== String(until)) keep(gathering, "until", String(until));
}

/** Everything of gatherings whose day has come. */
export function clearExpired(now = Date.now() + wallOffset()): void {
  for (const [gathering, name, value] of names()) {
    if (name !== "until" || !(Number(value) < now)) continue;
    forget(recall(gathering, "code") ?? gathering);
    forget(gathering);
  }
}
