import type { ComponentChildren } from "preact";
import { isFifteen, stepping, type Stepping } from "../debrief.ts";
import { Ring, Rings } from "../rings.tsx";
import { minutes, roundsOf } from "../segments.ts";
import { filled } from "../texts/said.ts";
import { useFit } from "./fit.ts";
import { foursIn } from "./fours.ts";
import { callingOf, Whom } from "./by-number.tsx";
import { questionsOf, sceneOf, type Playing, type Scene } from "./scene.ts";
import type { DebriefStep } from "../wire.ts";
import type { Texts } from "./words.ts";

interface Shown {
  playing: Playing;
  scene: Scene;
  texts: Texts;
  /** server ms */
  now: number;
}

/** From the first thought to the end of the debrief: the questions always in sight, the time as a ring. */
export function Rounds({ playing, now, texts }: { playing: Playing; now: number; texts: Texts }) {
  const scene = sceneOf(playing, now);
  if (!scene) return null;
  const shown = { playing, scene, texts, now };
  return (
    <main class={`scene ${scene.name}`} data-milling={playing.milling} data-paused={scene.standing.paused || undefined}>
      <Words {...shown} />
      <Dial {...shown} steps={scene.name === "debrief" ? stepping(playing, now) : undefined} />
    </main>
  );
}

function Words(shown: Shown) {
  const { scene } = shown;
  switch (scene.name) {
    case "find":
      return <Find {...shown} />;
    case "bell":
    case "breathe":
      return <Thanks {...shown} />;
    case "debrief":
    case "over":
      return <Debrief {...shown} />;
    default:
      return <Talk {...shown} />;
  }
}

function Talk({ playing, scene, texts }: Shown) {
  const round = scene.round ? roundIn({ playing, scene, texts }) : "";
  const line = scene.name === "think" ? texts.think : texts[scene.name as "first" | "swap" | "second"];
  const nudge = scene.name === "think" ? texts.thinkHint : texts.nudges[(scene.round - 1) % texts.nudges.length]!;
  return (
    <Column kicker={<h1 aria-live="polite"><Phase round={round} line={line} /></h1>} hint={nudge} words={`${scene.name}${scene.round}`}>
      <Questions playing={playing} round={scene.round} main />
    </Column>
  );
}

function Find(shown: Shown) {
  const { playing, scene, texts } = shown;
  if (playing.milling === "numbers") return <FindNumber {...shown} />;
  const [call, under, hint] = finding(playing, texts);
  return (
    <Column
      kicker={<p><Phase round={roundIn({ playing, scene, texts })} /></p>}
      call={call}
      under={under}
      hint={hint}
      words={`find${scene.round}`}
    >
      <Questions playing={playing} round={scene.round} />
    </Column>
  );
}

function FindNumber({ playing, scene, texts }: Shown) {
  const { call, under, hint, units, wall } = callingOf(playing, scene.round, texts);
  return (
    <Column
      kicker={<p><Phase round={roundIn({ playing, scene, texts })} /></p>}
      call={call}
      under={under}
      hint={hint}
      words={`find${scene.round} ${units.join()}`}
    >
      <Whom units={units} wall={wall} texts={texts} />
      <Questions playing={playing} round={scene.round} />
    </Column>
  );
}

/** What to do, how, and a line below: the hands that are up. Without phones nothing can point the way. */
function finding({ milling, counts }: Playing, texts: Texts): readonly (string | undefined)[] {
  if (milling === "guided" && counts.here > 0) return texts.find.guided;
  return [...texts.find.free, counts.looking > 0 ? texts.hands(counts.looking) : undefined];
}

function roundIn({ playing, scene, texts }: Pick<Shown, "playing" | "scene" | "texts">): string {
  return filled(texts.round, { round: scene.round, rounds: Math.max(scene.round, roundsOf(playing.timeline)) });
}

function Thanks({ playing, scene, texts }: Shown) {
  return (
    <Column
      kicker={<p><Phase round={roundIn({ playing, scene, texts })} /></p>}
      call={texts.thanks}
      under={scene.last ? texts.thanksLast : texts.thanksHint}
      words={`thanks${scene.round}`}
    >
      <Questions playing={playing} round={scene.last ? scene.round : scene.round + 1} />
    </Column>
  );
}

function Debrief({ playing, scene, texts, now }: Shown) {
  const { form, steps, index } = stepping(playing, now);
  const [call, under] = isFifteen(form) ? texts.fifteen : [texts.debrief, texts.local];
  const hint = standingIn(steps[index]?.kind, playing, texts);
  return (
    <Column call={call} under={under} hint={hint} words={`${scene.name}${form}${playing.patterns?.join() ?? ""}`}>
      <Patterns heard={playing.patterns} />
      {scene.name === "debrief" && (
        <ol class="steps">
          {steps.map(({ kind }, i) => (
            <li key={kind} aria-current={i === index ? "step" : undefined}>{texts.forms[form][i]}</li>
          ))}
        </ol>
      )}
      <Questions playing={playing} round={0} />
    </Column>
  );
}

/** How to stand together in this step; a line for three only where the number may be odd. */
function standingIn(kind: DebriefStep["kind"] | undefined, playing: Playing, texts: Texts): string | undefined {
  if (kind === "fours") return foursIn(playing, texts);
  const odd = playing.counts.here === 0 || playing.counts.here % 2 === 1;
  return odd && (kind === "one" || kind === "other") ? texts.threes : undefined;
}

/** What was heard more than once, in the words of those who heard it. */
function Patterns({ heard = [] }: { heard: string[] | undefined }) {
  if (heard.length === 0) return null;
  return (
    <ol class="patterns" aria-live="polite">
      {heard.map((pattern) => <li key={pattern} class="question">{pattern}</li>)}
    </ol>
  );
}

interface ColumnProps {
  kicker?: ComponentChildren;
  call?: string | undefined;
  under?: string | undefined;
  hint?: string | undefined;
  words: string;
  children: ComponentChildren;
}

function Column({ kicker, call, under, hint, words, children }: ColumnProps) {
  const box = useFit(words + (hint ?? ""));
  return (
    <div class="words" ref={box} key={words}>
      {kicker}
      {call && (
        <div class="calling">
          <h1 class="call">{call}</h1>
          {under && <p class="under">{under}</p>}
        </div>
      )}
      {children}
      {hint && <p class="hint">{hint}</p>}
    </div>
  );
}

/** Where we are: which round, and whose turn it is. */
function Phase({ round, line }: { round: string; line?: string }) {
  return (
    <span class="phase">
      {round && <span>{round}</span>}
      {line && <strong>{line}</strong>}
    </span>
  );
}

/** Both questions, or the five open sentences of Liquid Courage. */
export function Questions({ playing, round, main = false }: { playing: Pick<Playing, "invitation">; round: number; main?: boolean }) {
  const { openers, openers_in } = playing.invitation;
  if (openers) {
    return (
      <ol class={main ? "questions asked openers" : "questions openers"} lang={openers_in}>
        {openers.map((opener) => <li key={opener} class="question"><bdi>{opener}</bdi></li>)}
      </ol>
    );
  }
  const { challenge, give_and_take } = questionsOf(playing, round);
  return (
    <div class={main ? "questions asked" : "questions"}>
      <p class="question"><bdi>{challenge}</bdi></p>
      <p class="question"><bdi>{give_and_take}</bdi></p>
    </div>
  );
}

const TEN_MINUTES_MS = 600_000;

/** The time of the segment; while people look back, of the step. */
function Dial({ scene, texts, steps }: Shown & { steps: Stepping | undefined }) {
  const { paused } = scene.standing;
  const { fraction, remaining } = steps ?? scene.standing;
  if (scene.name === "bell") return <div class="dial"><Rings state="ringing" /></div>;
  if (scene.name === "over") return <div class="dial"><Rings state="breathing" /></div>;
  return (
    <div class="dial">
      <Ring fraction={fraction} />
      <div class="reading">
        <p class={`time numerals${remaining >= TEN_MINUTES_MS ? " long" : ""}`} role="timer">{minutes(remaining)}</p>
        {paused && <p class="pause">{texts.paused}</p>}
      </div>
    </div>
  );
}
