// One gathering as this phone holds it: its two documents, the time, and what follows from them.

import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { plan, ringAsOne } from "../shared/bell.ts";
import { serverNow } from "../shared/clock.ts";
import { cuesOf } from "../shared/cues.ts";
import { sendQuietly, type Answer, type Command } from "../shared/send.ts";
import { follow, type Following } from "../shared/stream.ts";
import { recall } from "../shared/storage.ts";
import { languageOf } from "../shared/texts/language.ts";
import type { Common, Envelope, Mine } from "../shared/wire.ts";
import { noteCommunity, remember } from "./known.ts";
import { deliver } from "./outbox.ts";
import { envelopeOf, sceneOf, type Scene, type SceneName } from "./scene.ts";
import { sayScanned } from "./scanned.ts";
import { beTheOne, resting } from "./tabs.ts";
import { DOOR, INSIDE, type Pictures, type Texts } from "./words.ts";

/** Server ms, four times a second. */
export const now = signal(serverNow());

const BEAT_MS = 250;
let beating = false;

function keepNow(): void {
  if (!beating) setInterval(() => (now.value = serverNow()), BEAT_MS);
  beating = true;
}

export interface Gathering {
  id: string;
  line: Following<Common, Mine>["line"];
  common: Common;
  mine: Mine;
  texts: Texts;
  pictures: Pictures;
  scene: Scene;
  envelope: Envelope | undefined;
  /** Sends a command of this participant. */
  send(command: Command): Promise<Answer>;
}

export interface Held {
  following: Following<Common, Mine>;
  /** nothing until both documents and their language have come */
  gathering: ReadonlySignal<Gathering | undefined>;
  /** the person asked to be forgotten and was, or the whole gathering is gone */
  erased: Signal<boolean>;
}

/** Follows a gathering as a participant and rings for it. */
export function hold(id: string): Held {
  keepNow();
  const following = follow<Common, Mine>(id, "stream");
  const { common, mine, line } = following;
  const erased = signal(false);
  const scene = sceneSignal(common, mine);
  const moment = () => `${scene.value?.name}${scene.value?.round}`;
  const act = (command: Command) => deliver(id, command, moment);
  const gathering = computed<Gathering | undefined>(() => {
    const [c, m, at] = [common.value, mine.value, scene.value];
    const texts = c && INSIDE.of(languageOf(c));
    const pictures = c && DOOR.of(languageOf(c))?.pictures;
    if (!c || !m || !at || !texts || !pictures) return undefined;
    const envelope = c.milling === "numbers" ? undefined : envelopeOf(m, at.round);
    return { id, line, common: c, mine: m, texts, pictures, scene: at, envelope, send: act };
  });

  effect(() => {
    const code = mine.value?.code;
    if (code && recall(id, "code") !== code) remember(id, code);
  });
  effect(() => noteCommunity(id, common.value?.community));
  effect(() => {
    if (mine.value && common.peek()?.phase !== "closed") sendQuietly(id, { type: "seen", as: "participant", version: mine.value.version });
  });
  ringFor(following, scene, erased);
  ringAsOne(id);
  beTheOne(id, following);
  sayScanned(scene, act);
  return { following, gathering, erased };
}

/** Changes only when the scene does, so that nothing is drawn anew by the mere passing of time. */
function sceneSignal(common: Signal<Common | undefined>, mine: Signal<Mine | undefined>) {
  let last: Scene | undefined;
  return computed<Scene | undefined>(() => {
    if (!common.value || !mine.value) return undefined;
    const next = sceneOf(common.value, mine.value, now.value);
    if (!last || last.name !== next.name || last.round !== next.round) last = next;
    return last;
  });
}

const SILENT: readonly SceneName[] = ["waiting", "gone", "away", "closed"];

function ringFor({ common, mine }: Following<Common, Mine>, scene: ReadonlySignal<Scene | undefined>, erased: Signal<boolean>): void {
  effect(() => {
    if (!scene.value || !common.value || erased.value || resting.value) return plan([]);
    const cues = cuesOf(common.value, mine.value?.envelopes);
    // Closed just before it: the closing ring is still for everybody who was there.
    const { name } = scene.value;
    plan(SILENT.includes(name) ? cues.filter(({ kind }) => kind === "closing" && name === "closed") : cues);
  });
}

