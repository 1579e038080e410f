import { computed, effect, signal } from "@preact/signals";
import { render } from "preact";
import "../shared/look.css";
import "../shared/rings.css";
import "../shared/scenes/scenes.css";
import "../shared/scenes/by-number.css";
import "../shared/scenes/debrief.css";
import "../shared/scenes/corner.css";
import "./stage.css";
import { show } from "../shared/attention.ts";
import { keepRinging, plan, ringAsOne } from "../shared/bell.ts";
import { keepTime } from "../shared/clock.ts";
import { cuesOf } from "../shared/cues.ts";
import { enter, entrance } from "../shared/entrance.ts";
import { clearExpired } from "../shared/kept.ts";
import { keepNow, now } from "../shared/now.ts";
import { keepScreens } from "../shared/offline.ts";
import { Rings } from "../shared/rings.tsx";
import { follow, type Following } from "../shared/stream.ts";
import { languageOf, speak } from "../shared/texts/language.ts";
import type { StageCommon, StageMine } from "../shared/wire.ts";
import { onKeys } from "../shared/keys.ts";
import { Corner, fill, keepGround, keepStill, lighten } from "../shared/scenes/corner.tsx";
import { Closed, Lobby } from "./lobby.tsx";
import { later } from "../shared/later.tsx";
import { standing } from "../shared/segments.ts";
import { Receipt } from "./receipt.tsx";
import { Rounds } from "../shared/scenes/rounds.tsx";
import type { Texts } from "../shared/scenes/words.ts";
import { WORDS, type Pictures } from "./words.ts";

const WhoMetWhom = later(() => import("./later/web.tsx").then((part) => part.WhoMetWhom));
const Board = later(() => import("./later/board.tsx").then((part) => part.Board));
const way = entrance();
const following = signal<Following<StageCommon, StageMine>>();
const turnedAway = signal(false);
const common = computed(() => following.value?.common.value);
const line = computed(() => following.value?.line.value ?? "connecting");

async function begin(): Promise<void> {
  const answer = await enter(way);
  if (!answer.ok) turnedAway.value = true;
  else following.value = follow(way.gathering, "stage");
}

function Stage() {
  const words = WORDS.of(languageOf(common.value));
  if (!words) return <main class="scene closed"><Rings state="breathing" /></main>;
  const { scenes: texts, pictures } = words;
  if (common.value?.phase === "closed" && line.value === "refused") return <Erased texts={texts} />;
  if (common.value?.phase === "closed" && common.value.web === "off" && !common.value.board?.on_stage && !common.value.attention) return <Closed common={common.value} texts={texts} />;
  if (turnedAway.value || line.value === "refused") return <Refused texts={texts} />;
  if (!common.value) return <Reaching texts={texts} />;
  return (
    <>
      <Scene common={common.value} texts={texts} pictures={pictures} />
      <Corner texts={texts}>
        {common.value.rehearsal && <p class="mark">{texts.rehearsal}</p>}
        {line.value === "offline" && <p class="offline" role="status">{common.value.phase === "closed" ? texts.offlineAfter : texts.offline}</p>}
      </Corner>
    </>
  );
}

function Scene({ common, texts, pictures }: { common: StageCommon; texts: Texts; pictures: Pictures }) {
  if (common.attention) return <Receipt attention={common.attention} texts={texts} />;
  const afterwards = common.phase === "together" || common.phase === "closed";
  if (afterwards && common.board?.on_stage) return <Board stands={common.board} gathering={way.gathering} texts={texts} />;
  switch (common.phase) {
    case "lobby":
      return <Lobby common={common} gathering={way.gathering} texts={texts} pictures={pictures} />;
    default:
      if (weaves(common)) return <WhoMetWhom common={common} gathering={way.gathering} texts={texts} />;
      return <Rounds playing={common} now={now.value} texts={texts} />;
  }
}

/** Who met whom has its turn: the host shows it, or wanted it at the end and the debrief is over. */
function weaves(common: StageCommon): boolean {
  if (common.phase === "closed") return true;
  if (common.phase !== "together" || common.web === "off") return false;
  return common.web === "now" || standing(common, now.value)?.remaining === 0;
}

function Refused({ texts }: { texts: Texts }) {
  return (
    <main class="scene closed">
      <Rings state="still" />
      <h1 class="call">{texts.refused}</h1>
      <p class="under">{texts.refusedHint}</p>
    </main>
  );
}

/** The host has erased it: the thanks may stay, the date has passed. */
function Erased({ texts }: { texts: Texts }) {
  return (
    <main class="scene closed">
      <Rings state="still" />
      <h1 class="call">{texts.closed}</h1>
      <p class="under">{texts.erased}</p>
    </main>
  );
}

function Reaching({ texts }: { texts: Texts }) {
  return (
    <main class="scene closed">
      <Rings state="breathing" />
      <p class="under">{texts.reaching}</p>
    </main>
  );
}

keepTime();
keepNow();
keepRinging(show);
ringAsOne(way.gathering);
keepStill();
keepGround();
onKeys(() => ({ KeyF: () => void fill(), KeyL: lighten }));
effect(() => plan(common.value && common.value.phase !== "closed" && line.value !== "refused" ? cuesOf(common.value) : []));
effect(() => {
  speak(languageOf(common.value));
  document.title = line.value !== "refused" && common.value?.title || "Tingsha";
});
// Where the group goes on, the stage goes too: the host has pressed "again".
effect(() => {
  const again = following.value?.mine.value?.again;
  if (again?.startsWith("/stage/")) location.assign(again);
});
render(<Stage />, document.getElementById("screen")!);
clearExpired();
keepScreens("stage");
void begin();
