import { along } from "../shared/along.ts";
import type { Keys } from "../shared/keys.ts";
import type { Hosting } from "./gathering.ts";

/** Everything a host may do to the time while it runs. */
export function Controls({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const { controls } = texts;
  const paused = common.paused_at != null;
  return (
    <div class="controls">
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
      {common.phase === "running" && (
        <button type="button" class="quiet" onClick={() => void act({ type: "next" })}>{controls.together}</button>
      )}
    </div>
  );
}

/** The same by keyboard. */
export function keysOf(hosting: Hosting | undefined): Keys {
  if (!hosting || hosting.common.phase === "closed") return {};
  const { common, act } = hosting;
  const ring = { KeyB: () => void act({ type: "ring" }) };
  if (common.phase === "lobby") return ring;
  return {
    ...ring,
    Space: () => void act({ type: common.paused_at != null ? "resume" : "pause" }),
    [along().earlier.key]: () => void act({ type: "extend", seconds: -30 }),
    [along().later.key]: () => void act({ type: "extend", seconds: 30 }),
    KeyN: () => void act({ type: "skip" }),
  };
}
