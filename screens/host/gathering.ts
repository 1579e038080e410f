// One gathering as its host holds it: the two documents, and a way to act on it.

import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { show } from "../shared/attention.ts";
import { keepRinging, plan, ringAsOne } from "../shared/bell.ts";
import { serverNow } from "../shared/clock.ts";
import { cuesOf } from "../shared/cues.ts";
import { standing } from "../shared/segments.ts";
import { OFFLINE, send, type Answer, type Command } from "../shared/send.ts";
import { keep, recall } from "../shared/storage.ts";
import { follow, type Following } from "../shared/stream.ts";
import { languageOf } from "../shared/texts/language.ts";
import type { HostCommon, HostMine, Problem } from "../shared/wire.ts";
import { WORDS, type Pictures, type Scenes, type Texts } from "./words.ts";

export interface Hosting {
  id: string;
  common: HostCommon;
  mine: HostMine;
  texts: Texts;
  pictures: Pictures;
  scenes: Scenes;
  act: Act;
}

export type Act = (command: Command) => Promise<Answer>;

export interface Held {
  following: Following<HostCommon, HostMine>;
  hosting: ReadonlySignal<Hosting | undefined>;
  /** what went wrong with the last thing the host did, as a sentence */
  trouble: Signal<string>;
  /** whether this device rings along */
  rings: Signal<boolean>;
}

/** Follows a gathering as its host and rings for it. Call once per page. */
export function hold(id: string): Held {
  const following = follow<HostCommon, HostMine>(id, "host");
  const trouble = signal("");
  const rings = signal(recall(id, "rings") !== "no");
  const act = actor(id, following.common, trouble);
  const hosting = computed<Hosting | undefined>(() => {
    const [common, mine] = [following.common.value, following.mine.value];
    const words = common && WORDS.of(languageOf(common));
    return common && mine && words && { id, common, mine, texts: words.host, pictures: words.pictures, scenes: words.scenes, act };
  });

  keepRinging(show);
  ringAsOne(id);
  effect(() => {
    const common = following.common.value;
    const cues = common && common.phase !== "closed" && following.line.value !== "refused" ? cuesOf(common) : [];
    plan(rings.value ? cues : cues.map((cue) => ({ ...cue, sounds: false })));
  });
  effect(() => keep(id, "rings", rings.value ? "yes" : "no"));
  return { following, hosting, trouble, rings };
}

/** What rests on the moment at which it was pressed says which state of things its host was looking at. */
const TIMELY = new Set(["start", "pause", "resume", "extend", "skip", "ring", "next", "close", "undo", "swap", "bring-together", "turns", "debrief", "count-off"]);

/** A pause that would come so much later is no longer the pause that was meant: better to say that it did not happen. */
const TIMELY_MS = 6000;
/** Who hears nothing for so long presses again: say that we are at it. */
const TRYING_MS = 1500;

/** What a host still means when something else changed meanwhile, as long as the same segment runs. */
const STILL_MEANT = new Set(["start", "pause", "resume", "ring", "skip", "count-off"]);

function actor(id: string, common: Signal<HostCommon | undefined>, trouble: Signal<string>): Act {
  const attempt = (command: Command, seen?: HostCommon, patience?: number) =>
    send(id, { ...command, as: "host", ...(seen && { base: seen.control }) }, patience);

  const meant = async (command: Command, before: HostCommon | undefined, patience: number) => {
    for (let seen = before; ; seen = common.value) {
      const answer = await attempt(command, seen, patience);
      if (answer.ok || answer.problem.code !== "stale" || !STILL_MEANT.has(command.type)) return answer;
      await until(common, (now) => now?.control !== seen?.control);
      if (place(common.value) !== place(before) || common.value?.control === seen?.control) return answer;
    }
  };
  const inTurn = queue(common);
  const timely = (command: Command) => {
    const [before, latest] = [common.value, performance.now() + TIMELY_MS];
    return inTurn((follows): Promise<Answer> => {
      const patience = latest - performance.now();
      if (patience < 0) return Promise.resolve({ ok: false, problem: OFFLINE });
      return meant(command, follows && place(common.value) === place(before) ? common.value : before, patience);
    });
  };
  return async (command) => {
    const trying = setTimeout(() => (trouble.value = WORDS.of(languageOf(common.value))?.host.failed.trying ?? ""), TRYING_MS);
    const answer = await (TIMELY.has(command.type) ? timely(command) : attempt(command));
    clearTimeout(trying);
    trouble.value = answer.ok ? "" : sentence(answer.problem, common.value);
    return answer;
  };
}

/** In the order in which they were pressed, each when the page has seen what the one before did: three times longer is three
 * times as much, and "longer, on" does not end with "longer". `follows`: pressed while another was on its way. */
function queue(common: Signal<HostCommon | undefined>): (run: (follows: boolean) => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (run) => {
    const follows = waiting++ > 0;
    const answer = last.then(() => run(follows));
    last = answer
      .then((done) => (done.ok ? until(common, (now) => (now?.version ?? 0) >= done.value.version) : undefined))
      .catch(() => undefined)
      .finally(() => waiting--);
    return answer;
  };
}

/** Which segment runs, and whether it stands still. */
function place(common: HostCommon | undefined): string {
  const stands = common && standing(common, serverNow());
  return stands ? `${stands.segment.kind} ${stands.segment.round} ${stands.segment.speaker} ${stands.paused}` : "";
}

/** Until the stream brings what the server already has; two seconds at most. */
function until(common: Signal<HostCommon | undefined>, come: (now: HostCommon | undefined) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, 2000);
    const stop = effect(() => {
      if (come(common.value)) queueMicrotask(done);
    });
    function done() {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

export function sentence(problem: Problem, common: HostCommon | undefined): string {
  const failed = WORDS.of(languageOf(common))?.host.failed;
  if (problem.code === "offline") return failed?.offline ?? "";
  if (problem.code === "stale") return failed?.stale ?? "";
  return problem.detail || problem.title || (failed?.other ?? "");
}
