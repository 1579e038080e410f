// Follows one gathering's documents. A stream carries only the newest of each; what is older than what we hold is never shown.

import { signal, type Signal } from "@preact/signals-core";
import { dropDocuments, keepDocuments, keepUntil, keptDocuments } from "./kept.ts";
import { backOff, lineIsBack } from "./patience.ts";
import { once } from "./storage.ts";
import { heedWorld } from "./world.ts";

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

export type Line = "connecting" | "online" | "offline" | "refused";
export type Viewer = "stream" | "stage" | "host";

export interface Following<C, M> {
  common: Signal<C | undefined>;
  mine: Signal<M | undefined>;
  /** `refused`: we are not (or no longer) let in; only a new entry helps */
  line: Signal<Line>;
  /** lets go of the line, until `renew`; what is held stays */
  rest(): void;
  renew(): void;
  close(): void;
}

const SILENT_MS = 40_000;
const STEADY_MS = 10_000;
/** Whoever hurries comes back within this time, spread by chance. */
const HURRY_MS = 1000;
/** So long a page waits for the server before it shows what this device had last. */
const SLOW_MS = 2500;

interface Dated {
  version: number;
  epoch: number;
  keep_until: number;
}

/** Opens and keeps the stream of this viewer; the cookie says who we are. */
export function follow<C extends Dated, M extends { version: number }>(gathering: string, viewer: Viewer): Following<C, M> {
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
  let welcomed = false;
  let beats = false;
  let fresh = false;
  let closed = false;
  let asleep = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const hear = () => {
    heard = performance.now();
    welcomed = true;
    if (line.value === "offline") lineIsBack();
    line.value = "online";
  };

  const take = <D extends { version: number }>(name: "common" | "mine", into: Signal<D | undefined>) => (event: MessageEvent<string>) => {
    hear();
    const document = JSON.parse(event.data) as D;
    const epoch = Number(event.lastEventId.split(".")[0]) || 0;
    const place = { epoch, version: document.version };
    const what = verdict(places[name], place);
    if (what === "reload" && once(`reload.${gathering}.${epoch}`)) return startAgain();
    if (what !== "take") return;
    places[name] = place;
    since = event.lastEventId;
    fresh = true;
    into.value = document;
  };

  const startAgain = () => {
    closed = true;
    dropDocuments(gathering, viewer);
    location.reload();
  };

  const open = () => {
    if (closed || asleep) return;
    source?.close();
    opened = heard = performance.now();
    welcomed = false;
    source = new EventSource(since ? `${path}?since=${encodeURIComponent(since)}` : path);
    source.addEventListener("open", hear);
    source.addEventListener("common", take("common", common));
    source.addEventListener("mine", take("mine", mine));
    source.addEventListener("over", () => (welcomed = false));
    source.addEventListener("beat", () => {
      beats = true;
      hear();
    });
    source.addEventListener("error", lose);
  };

  // The browser's own reconnecting is not used: it gives up for good on a 503, and all phones come back at the same moment.
  const lose = () => {
    source?.close();
    if (closed || asleep || retry) return;
    restore();
    if (line.value !== "connecting" || attempt > 0 || common.value) line.value = "offline";
    if (performance.now() - opened > STEADY_MS) attempt = 0; // a server that takes us in and breaks is not hurried
    retry = setTimeout(again, backOff(attempt++, Math.random()));
  };

  const again = async () => {
    // A line that was merely cut is taken up again without asking: a whole hall may do so at once.
    const turnedAway = !welcomed && (await refused(path));
    retry = undefined;
    if (!turnedAway) return open();
    dropDocuments(gathering, viewer);
    line.value = "refused";
  };

  /** The line may be dead without anybody having said so: a new one is soon opened, and goes on where the old one was. */
  const renew = () => {
    if (closed || asleep || line.value === "refused") return;
    source?.close();
    clearTimeout(retry);
    attempt = 0;
    retry = setTimeout(again, Math.random() * HURRY_MS);
  };

  const restore = () => {
    const last = common.value || closed ? undefined : keptDocuments<C, M>(gathering, viewer);
    if (!last) return;
    common.value = last.common;
    mine.value = last.mine;
  };

  const save = () => {
    if (!fresh || closed || !common.value || !mine.value) return;
    fresh = false;
    keepUntil(gathering, common.value.keep_until);
    keepDocuments(gathering, viewer, { common: common.value, mine: mine.value });
  };

  const watch = setInterval(() => {
    save();
    if (beats && !retry && line.value !== "refused" && performance.now() - heard > SILENT_MS) lose();
  }, 5000);
  const slow = setTimeout(restore, SLOW_MS);
  const forgetWorld = heedWorld({ renew, hurry: () => line.value === "offline" && retry && renew(), save, lose, leave: () => source?.close() });
  open();

  return {
    common,
    mine,
    line,
    rest() {
      asleep = true;
      source?.close();
      clearTimeout(retry);
      retry = undefined;
    },
    renew() {
      asleep = false;
      renew();
    },
    close() {
      closed = true;
      source?.close();
      forgetWorld();
      clearTimeout(retry);
      clearTimeout(slow);
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
