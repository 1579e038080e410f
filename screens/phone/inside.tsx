import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { arm, sound } from "../shared/bell.ts";
import { isFifteen } from "../shared/debrief.ts";
import { comesBack } from "../shared/kept.ts";
import { elsewhere } from "../shared/one-bell.ts";
import { roundsOf } from "../shared/segments.ts";
import { filled } from "../shared/texts/said.ts";
import { colourOf } from "../shared/beacon.tsx";
import { Closed } from "./closed.tsx";
import { Find, prepare } from "./find.tsx";
import type { Gathering, Held } from "./gathering.ts";
import { Lobby, Think } from "./lobby.tsx";
import { laterWithWords } from "./later.tsx";
import { Menu } from "./menu.tsx";
import { Notice } from "./notice.tsx";
import { fate } from "./outbox.ts";
import { Said } from "./said.tsx";
import type { SceneName } from "./scene.ts";
import { resting, tookOver } from "./tabs.ts";
import { Talk } from "./talk.tsx";
import { Thanks } from "./thanks.tsx";
import { Together } from "./together.tsx";

const Waiting = laterWithWords(() => import("./later/apart.tsx").then((part) => part.Waiting));
const Away = laterWithWords(() => import("./later/apart.tsx").then((part) => part.Away));
const Gone = laterWithWords(() => import("./later/apart.tsx").then((part) => part.Gone));
const Erased = laterWithWords(() => import("./later/choices.tsx").then((part) => part.Erased));

const Resting = laterWithWords(() => import("./later/resting.tsx").then((part) => part.Resting));

const receipt = () => import("./later/receipt.tsx");

const SCENES: Record<SceneName, (props: { g: Gathering; held: Held }) => ComponentChildren> = {
  waiting: Waiting,
  gone: Gone,
  away: Away,
  lobby: Lobby,
  think: Think,
  find: Find,
  talk: Talk,
  thanks: Thanks,
  together: Together,
  closed: Closed,
};

export { hold } from "./gathering.ts";

/** The phone of somebody who takes part. */
export function Inside({ held }: { held: Held }) {
  if (held.erased.value) return <Erased held={held} />;
  if (resting.value) return <Resting />;
  const g = held.gathering.value;
  return g ? <Place g={g} held={held} /> : null;
}

function Place({ g, held }: { g: Gathering; held: Held }) {
  const Scene = SCENES[g.scene.name];
  const here = useRef<HTMLDivElement>(null);
  const apart = g.common.milling === "free" && g.envelope?.found;
  const bright = g.scene.name === "find" && g.envelope && !apart ? colourOf(g.envelope.beacon) : "";
  useEffect(() => prepare(g), [g.common.milling, g.mine.beside === undefined]);
  useEffect(() => {
    if (g.common.receipt) void receipt().then((part) => part.measure(held), () => {});
  }, [g.common.receipt]);
  useEffect(() => scrollTo(0, 0), [g.scene.name, g.scene.round]); // with large letters one had scrolled down
  useGentleFocus(here, `${g.scene.name}${g.scene.round}`);

  return (
    <div ref={here} class={bright ? "place bright" : "place"} style={{ background: bright }}>
      <header class="top">
        <p class="kicker">
          <Kicker g={g} />
        </p>
        <Menu g={g} held={held} />
      </header>
      <Scene g={g} held={held} key={`${g.scene.name}${g.scene.round}`} />
      <Notice g={g} />
      <Quietly g={g} />
      <Said words={announcement(g)} />
    </div>
  );
}

function Kicker({ g }: { g: Gathering }) {
  const { common, texts, scene } = g;
  const parts = [
    common.rehearsal && texts.rehearsal,
    scene.round > 0 && roundIn(g),
    scene.name === "find" && texts.seek,
    scene.name === "lobby" && texts.people(common.counts.here),
    scene.name === "lobby" && texts.startsSoon,
    common.paused_at != null && scene.round > 0 && texts.paused,
  ];
  const shown = parts.filter(Boolean);
  return <>{shown.length ? shown.join("\u00a0· ") : <bdi>{common.title}</bdi>}</>;
}

function roundIn({ texts, scene, common }: Gathering): string {
  // Whoever is called together early has fewer rounds at once, while this one still ends.
  return filled(texts.roundOf, { round: scene.round, rounds: Math.max(scene.round, roundsOf(common.timeline)) });
}

/** Said by screen readers when the scene changes, and at no other time. */
function announcement(g: Gathering): string {
  const { texts, scene } = g;
  const round = scene.round ? `${roundIn(g)}: ` : "";
  const words: Record<SceneName, string> = {
    waiting: texts.waitingTitle,
    gone: texts.gone,
    away: texts.awayTitle,
    lobby: filled(texts.lobbyTitle, { name: g.mine.name }),
    think: texts.thinkTitle,
    find: texts.seek,
    talk: texts.layDown,
    thanks: texts.thanksTitle,
    together: isFifteen(g.common.debrief?.form) ? texts.fifteen : texts.togetherTitle,
    closed: texts.closedTitle,
  };
  return g.common.paused_at != null && scene.round ? texts.paused : round + words[scene.name];
}

/** Nothing that asks for eyes: the line is gone, something waits to be sent, or the sound sleeps. */
function Quietly({ g }: { g: Gathering }) {
  const done = ["closed", "gone", "waiting"].includes(g.scene.name);
  const words = done ? "" : quietWords(g);
  if (words) {
    return (
      <p class="quietly" role="status">
        {words}
      </p>
    );
  }
  const rings = !done && g.scene.name !== "lobby" && g.scene.name !== "together" && g.common.bell === "devices";
  const silent = typeof AudioContext === "undefined"; // whatever one taps
  if (!rings || silent || sound.value === "armed" || elsewhere.value) return null;
  return (
    <button class="quietly" onClick={() => void arm()}>
      {g.texts.tapForSound}
    </button>
  );
}

function quietWords({ texts, line, common }: Gathering): string {
  const told = fate.value;
  if (told.is === "refused") return told.words;
  if (told.is === "lost") return texts.lost;
  if (line.value !== "offline") return told.is === "waiting" ? texts.waiting : tookOver.value ? texts.tookOver : "";
  if (told.is === "waiting") return texts.waitingOffline;
  if (common.phase === "closed") return texts.offlineAfter;
  return comesBack() ? texts.offline : texts.offlineStay;
}

/** When what had the focus has gone with its scene, the new heading gets it; nothing is ever taken from elsewhere. */
function useGentleFocus(here: { current: HTMLElement | null }, scene: string): void {
  const held = useRef(true); // the button that let one in has gone with the door
  useEffect(() => {
    const root = here.current;
    const lost = held.current && document.activeElement === document.body;
    if (lost) root?.querySelector("h1")?.focus({ preventScroll: true });
    const note = () => (held.current = document.activeElement !== document.body);
    root?.addEventListener("focusin", note);
    return () => root?.removeEventListener("focusin", note);
  }, [scene]);
}
