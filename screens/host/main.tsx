import { effect, signal } from "@preact/signals";
import { render } from "preact";
import "../shared/look.css";
import "../shared/rings.css";
import "../shared/invite.css";
import "./host.css";
import "../shared/brief.css";
import "./prepare.css";
import "./run.css";
import "./work.css";
import { stayAwake } from "../shared/awake.ts";
import { arm } from "../shared/bell.ts";
import { keepTime } from "../shared/clock.ts";
import { enter, entrance } from "../shared/entrance.ts";
import { clearExpired } from "../shared/kept.ts";
import { onKeys } from "../shared/keys.ts";
import { keepNow } from "../shared/now.ts";
import { keepScreens } from "../shared/offline.ts";
import { Rings } from "../shared/rings.tsx";
import { languageOf, speak } from "../shared/texts/language.ts";
import { Gone } from "./closed.tsx";
import { keysOf } from "./controls.tsx";
import { hold, type Held } from "./gathering.ts";
import { Page } from "./page.tsx";
import { WORDS } from "./words.ts";

const way = entrance();
const held = signal<Held>();
const turnedAway = signal(false);

async function begin(): Promise<void> {
  const answer = await enter(way);
  if (!answer.ok) turnedAway.value = true;
  else held.value = hold(way.gathering);
}

function Host() {
  const hosting = held.value?.hosting.value;
  const line = held.value?.following.line.value;
  const texts = WORDS.of(languageOf(held.value?.following.common.value))?.host;
  if (!texts) return <main class="alone"><Rings state="breathing" /></main>;
  if (line === "refused" && hosting?.common.phase === "closed") {
    return <main class="alone"><Gone texts={texts} /></main>;
  }
  if (turnedAway.value || line === "refused") {
    return (
      <main class="alone">
        <h1>{texts.refused}</h1>
        <p>{texts.refusedHint}</p>
      </main>
    );
  }
  if (!held.value || !hosting) return <main class="alone"><p>{texts.reaching}</p></main>;
  return <Page held={held.value} hosting={hosting} />;
}

// Sound opens by a tap, and again after the machine slept: any tap does.
function onTap(): void {
  void arm();
  stayAwake();
}

addEventListener("click", onTap, { capture: true });
addEventListener("keydown", onTap, { capture: true });
onKeys(() => keysOf(held.value?.hosting.value));
keepTime();
keepNow();
effect(() => {
  const common = held.value?.hosting.value?.common;
  speak(languageOf(held.value?.following.common.value));
  document.title = held.value?.following.line.value !== "refused" && common?.title || "Tingsha";
});
render(<Host />, document.getElementById("screen")!);
clearExpired();
keepScreens("host", "pocket");
void begin();
