import { along } from "../shared/along.ts";
import type { Keys } from "../shared/keys.ts";
import { KeyList, listed } from "./keys.tsx";
import { Sure } from "./sure.tsx";
import { undoNewest } from "./undo.tsx";
import type { Hosting } from "./gathering.ts";

/** Everything a host may do to the time while it runs. */
export function Controls({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const { controls } = texts;
  const paused = common.paused_at != null;
  return (
    <div class="controls" role="group" aria-label={texts.line.title}>
      <button type="button" class={paused ? "main" : "main still"} onClick={() => void act({ type: paused ? "resume" : "pause" })}>
        {paused ? controls.resume : controls.pause}
        <kbd aria-hidden="true">{controls.space}</kbd>
      </button>
      <button type="button" aria-label={`${controls.shorter}: ${controls.shorterName}`} onClick={() => void act({ type: "extend", seconds: -30 })}>
        {controls.shorter}
        <kbd aria-hidden="true">{along().earlier.sign}</kbd>
      </button>
      <button type="button" aria-label={`${controls.longer}: ${controls.longerName}`} onClick={() => void act({ type: "extend", seconds: 30 })}>
        {controls.longer}
        <kbd aria-hidden="true">{along().later.sign}</kbd>
      </button>
      <button type="button" onClick={() => void act({ type: "skip" })}>
        {controls.skip}
        <kbd aria-hidden="true">N</kbd>
      </button>
      <button type="button" onClick={() => void act({ type: "ring" })}>
        {controls.ring}
        <kbd aria-hidden="true">B</kbd>
      </button>
    </div>
  );
}

/** What is pressed seldom: straight to looking back, and the list of keys. */
export function Seldom({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  return (
    <div class="seldom">
      {common.phase === "running" && (
        <Sure what={texts.controls.together} why={texts.sure.together} texts={texts} kind="quiet" act={() => act({ type: "next" })} />
      )}
      <button type="button" class="quiet by-key" onClick={() => (listed.value = true)}>
        {texts.controls.keys}
        <kbd aria-hidden="true">?</kbd>
      </button>
      <KeyList hosting={hosting} />
    </div>
  );
}

/** The same by keyboard. */
export function keysOf(hosting: Hosting | undefined): Keys {
  if (!hosting || hosting.common.phase === "closed") return {};
  const { common, act } = hosting;
  if (listed.value) return {}; // the list itself closes by Escape
  const ring = {
    KeyB: () => void act({ type: "ring" }),
    KeyU: () => undoNewest(hosting),
    "?": () => (listed.value = true),
  };
  if (common.phase === "lobby") return ring;
  return {
    ...ring,
    Space: () => void act({ type: common.paused_at != null ? "resume" : "pause" }),
    [along().earlier.key]: () => void act({ type: "extend", seconds: -30 }),
    [along().later.key]: () => void act({ type: "extend", seconds: 30 }),
    KeyN: () => void act({ type: "skip" }),
  };
}
