// Follows one gathering's documents. A stream carries only the newest of each; what is older than what we hold is never shown.

import { signal, type Signal } from "@preact/signals-core";
import { once } from "./storage.ts";

/** A document's place: which log (`epoch`) and how far in it. */
export interface Place {
  epoch: number;
  version: number;
}

export type Verdict = "take" | "ignore" | "reload";

/** What to do with a document that came in, given the place of the one we hold. */
export function verdict(held: Place | undefined, fresh: Place): Verdict {
  if (!held) return "take";
  if (fresh.epoch < held.epoch) return "ignore";
  if (fresh.epoch === held.epoch) return fresh.version > held.version ? "take" : "ignore";
  return fresh.version < held.version ? "reload" : "take";
}

/** Somewhere between 0.5 s and a longest wait that doubles from 2 to 8 s, so that a hall that was cut off at once
 * does not come back at once. `chance` in [0, 1); ms. */
export function backOff(attempt: number, chance: number): number {
  const longest = Math.min(8000, 2000 * 2 ** Math.min(attempt, 10));
  return 500 + chance * (longest - 500);
}

export type Line = "connecting" | "online" | "offline" | "refused";
export type Viewer = "stream" | "stage" | "host";

export interface Following<C, M> {
  common: Signal<C | undefined>;
  mine: Signal<M | undefined>;
  /** `refused`: we are not (or no longer) let in; only a new entry helps */
  line: Signal<Line>;
  close(): void;
}

const SILENT_MS = 40_000;
const STEADY_MS = 10_000;

/** Opens and keeps the stream of this viewer; the cookie says who we are. */
export function follow<C extends { version: number; epoch: number }, M extends { version: number }>(
  gathering: string,
  viewer: Viewer,
): Following<C, M> {
  const common = signal<C | undefined>();
  const mine = signal<M | undefined>();
  const line = signal<Line>("connecting");
  const places: { common?: Place; mine?: Place } = {};
  const path = `/api/gatherings/${gathering}/${viewer}`;
  let source: EventSource | undefined;
  let since = "";
  let attempt = 0;
  let heard = performance.now();
  let opened = heard;
  let beats = false;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const hear = () => {
    heard = performance.now();
    line.value = "online";
  };

  const take = <D extends { version: number }>(name: "common" | "mine", into: Signal<D | undefined>) => (event: MessageEvent<string>) => {
    hear();
    const document = JSON.parse(event.data) as D;
    const epoch = Number(event.lastEventId.split(".")[0]) || 0;
    const fresh = { epoch, version: document.version };
    const what = verdict(places[name], fresh);
    if (what === "reload" && once(`reload.${gathering}.${epoch}`)) return location.reload();
    if (what !== "take") return;
    places[name] = fresh;
    since = event.lastEventId;
    into.value = document;
  };

  const open = () => {
    if (closed) return;
    opened = heard = performance.now();
    source = new EventSource(since ? `${path}?since=${encodeURIComponent(since)}` : path);
    source.addEventListener("open", hear);
    source.addEventListener("common", take("common", common));
    source.addEventListener("mine", take("mine", mine));
    source.addEventListener("beat", () => {
      beats = true;
      hear();
    });
    source.addEventListener("error", lose);
  };

  // The browser's own reconnecting is not used: it gives up for good on a 503, and all phones come back at the same moment.
  const lose = () => {
    source?.close();
    if (closed || retry) return;
    if (line.value !== "connecting" || attempt > 0) line.value = "offline";
    if (performance.now() - opened > STEADY_MS) attempt = 0; // a server that takes us in and breaks is not hurried
    retry = setTimeout(again, backOff(attempt++, Math.random()));
  };

  const again = async () => {
    if (await refused(path)) {
      retry = undefined;
      line.value = "refused";
      return;
    }
    retry = undefined;
    open();
  };

  const hurry = () => {
    if (document.hidden || line.value !== "offline" || !retry) return;
    clearTimeout(retry);
    retry = setTimeout(again, Math.random() * 500);
  };

  const watch = setInterval(() => {
    if (beats && !retry && line.value !== "refused" && performance.now() - heard > SILENT_MS) lose();
  }, 5000);
  document.addEventListener("visibilitychange", hurry);
  addEventListener("online", hurry);
  open();

  return {
    common,
    mine,
    line,
    close() {
      closed = true;
      source?.close();
      clearTimeout(retry);
      clearInterval(watch);
    },
  };
}

/** An EventSource does not say why it failed; one plain request does. */
async function refused(path: string): Promise<boolean> {
  const stop = new AbortController();
  try {
    const { status } = await fetch(path, { signal: stop.signal, headers: { accept: "text/event-stream" } });
    return status === 401 || status === 403 || status === 404 || status === 410;
  } catch {
    return false;
  } finally {
    stop.abort();
  }
}
