import { effect, signal } from "@preact/signals";
import { render } from "preact";
import "../shared/look.css";
import "../shared/rings.css";
import "./phone.css";
import "./rounds.css";
import "./around.css";
import "./afterwards.css";
import { mark, show } from "../shared/attention.ts";
import { arm, keepRinging } from "../shared/bell.ts";
import { stayAwake } from "../shared/awake.ts";
import { keepTime } from "../shared/clock.ts";
import { clearExpired, dropDocuments } from "../shared/kept.ts";
import { keepScreens } from "../shared/offline.ts";
import { rest } from "../shared/patience.ts";
import { newId, post, read } from "../shared/send.ts";
import { recall } from "../shared/storage.ts";
import { languageOf, speak, spoken } from "../shared/texts/language.ts";
import type { PublicCard } from "../shared/wire.ts";
import type { Held } from "./gathering.ts";
import { Join } from "./join.tsx";
import { forgetAll, remember } from "./known.ts";
import { laterWithWords } from "./later.tsx";
import { later } from "../shared/later.tsx";
import type { SceneName } from "./scene.ts";
import { watchAddress } from "./scanned.ts";
import { Rings } from "../shared/rings.tsx";
import { DOOR, INSIDE } from "./words.ts";

type Where =
  | { at: "reaching"; slow: boolean }
  | { at: "door"; why?: "unknown" | "old-link" }
  | { at: "join"; card: PublicCard }
  | { at: "inside"; held: Held };

const RETRY_MS = 2000;
const where = signal<Where>({ at: "reaching", slow: false });

const [, page, key = ""] = location.pathname.split("/");
const code = page === "j" ? tidy(decodeURIComponent(key)) : "";

/** A code as it is stored: capitals, without the dash between its halves. */
function tidy(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

async function begin(): Promise<void> {
  if (page === "j") watchAddress();
  if (page === "phone" && key) return comeBack(key);
  const known = code && recall(code, "gathering");
  if (known) return goInside(known, askForCard);
  return askForCard();
}

/** By a personal link, or a reload of one's own page. The token leaves the address bar at once. */
async function comeBack(id: string): Promise<void> {
  const token = location.hash.slice(1);
  if (token) {
    history.replaceState(null, "", `/phone/${id}`);
    dropDocuments(id, "stream"); // the link may be another person's
    const answer = await post(`/api/gatherings/${id}/enter`, { id: newId(), token });
    if (!answer.ok && answer.problem.code !== "offline") return turnAway("old-link");
  }
  return goInside(id, () => turnAway("old-link"));
}

function turnAway(why: "unknown" | "old-link"): void {
  where.value = { at: "door", why };
}

async function askForCard(): Promise<void> {
  if (!code) {
    where.value = { at: "door" };
    return;
  }
  const answer = await read<PublicCard>(`/api/gatherings/by-code/${code}`);
  if (answer.ok) where.value = { at: "join", card: answer.value };
  else if (answer.problem.code === "offline" || answer.problem.code.startsWith("http-5")) {
    where.value = { at: "reaching", slow: true };
    setTimeout(askForCard, 1500 + Math.random() * 1500);
  } else {
    if (answer.problem.code === "unknown-code") forgetAll(recall(code, "gathering") ?? "", code);
    turnAway("unknown");
  }
}

let held: Held | undefined;

async function goInside(id: string, refused: () => void): Promise<void> {
  const { hold } = await broughtIn();
  held = hold(id);
  const mineNow = held;
  const stop = effect(() => {
    const line = mineNow.following.line.value;
    const known = mineNow.gathering.value !== undefined;
    if (known && line === "online") keepOnce();
    if (known && line === "refused") wipe(id, mineNow); // somebody erased it, or this person on another phone
    if (known || mineNow.erased.value) where.value = { at: "inside", held: mineNow };
    else if (line === "offline") where.value = { at: "reaching", slow: true };
    else if (line === "refused") {
      queueMicrotask(() => stop());
      mineNow.following.close();
      refused();
    }
  });
}

/** What happens behind the door is another file; it may have to wait for the line. */
async function broughtIn(): Promise<Awaited<ReturnType<typeof inside>>> {
  try {
    return await inside();
  } catch {
    where.value = { at: "reaching", slow: true };
    await rest(RETRY_MS);
    return broughtIn();
  }
}

let keeping = false;

/** Who is in may need this page while the server is gone. */
function keepOnce(): void {
  if (!keeping) keepScreens("phone");
  keeping = true;
}

/** What is gone on the server goes here too. */
function wipe(id: string, gone: Held): void {
  forgetAll(id);
  gone.following.close();
  gone.erased.value = true;
}

function joined(card: PublicCard): void {
  dropDocuments(card.id, "stream");
  remember(card.id, code);
  void goInside(card.id, () => turnAway("unknown"));
}

function Phone() {
  const now = where.value;
  switch (now.at) {
    case "reaching":
      return <Reaching slow={now.slow} />;
    case "door":
      return <Door why={now.why} typed={code} tidy={tidy} />;
    case "join":
      return <Join card={now.card} joined={joined} />;
    case "inside":
      return <Inside held={now.held} />;
  }
}

const inside = () => import("./inside.tsx");
const Inside = later(() => inside().then((part) => part.Inside));
const Door = laterWithWords(() => import("./later/door.tsx").then((part) => part.Door));

/** The rings speak for themselves; words only when it takes long, and when they are there. */
function Reaching({ slow }: { slow: boolean }) {
  return (
    <div class="reaching">
      <Rings />
      <p role="status">{slow && DOOR.of(languageOf())?.door.unreached}</p>
    </div>
  );
}

const NIGHTS: readonly string[] = ["lobby", "waiting", "think", "talk", "thanks"];

/** The scene as a word on the root, for the stylesheet, and with it the ground. */
function scene(): SceneName | "door" {
  const now = where.value;
  return now.at === "inside" && !now.held.erased.value ? (now.held.gathering.value?.scene.name ?? "door") : "door";
}

/** The first frame is on the screen by then. */
const PAINTED_MS = 250;

function afterPaint(then: () => void): void {
  // A hidden page paints nothing and must keep time all the same.
  if (document.hidden) then();
  else requestAnimationFrame(() => setTimeout(then, PAINTED_MS));
}

// A phone may only sound after a tap, and again after it slept: any tap does.
function onTap(): void {
  void arm();
  if (held) stayAwake();
}

addEventListener("click", onTap, { capture: true });
addEventListener("keydown", onTap, { capture: true });
keepRinging(show);
mark("scene", scene);
mark("ground", () => (NIGHTS.includes(scene()) ? "night" : "paper"));
effect(() => {
  const now = where.value;
  const erased = now.at === "inside" && now.held.erased.value;
  const document_ = now.at === "join" ? now.card : now.at === "inside" && !erased ? now.held.gathering.value?.common : undefined;
  // The goodbye is in the language of what it takes leave of.
  if (!erased) speak(languageOf(document_));
  document.title = document_?.title || "Tingsha";
});
render(<Phone />, document.getElementById("screen")!);
clearExpired();
void begin();
// Everything after the door comes while the first screen is read, long before the server could be missed.
const stopWaiting = effect(() => {
  const now = where.value;
  const shown = now.at === "join" ? DOOR.of(languageOf(now.card)) : now.at !== "reaching";
  if (!shown) return;
  queueMicrotask(() => stopWaiting());
  afterPaint(() => {
    keepTime();
    void inside().catch(() => {});
    void INSIDE.bring(spoken.value);
  });
});
