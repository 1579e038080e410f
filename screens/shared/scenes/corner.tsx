import { effect, signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { stayAwake } from "../awake.ts";
import { arm, sound, strikeNow } from "../bell.ts";
import { elsewhere } from "../one-bell.ts";
import { keep, recall } from "../storage.ts";
import type { Texts } from "./words.ts";

const filling = signal(false);
const STAGE = "stage";
export const ground = signal(recall(STAGE, "ground") === "day" ? "day" : "night");
document.addEventListener("fullscreenchange", () => (filling.value = document.fullscreenElement !== null));

/** The small things at the edge: sound, the size of the picture, and what is going on with the line. */
export function Corner({ texts, children }: { texts: Texts; children?: ComponentChildren }) {
  return (
    <aside class="corner">
      {document.fullscreenEnabled && (
        <button type="button" class="quiet fading" onClick={fill}>
          {filling.value ? texts.leaveScreen : texts.screen}
        </button>
      )}
      <button type="button" class="quiet fading" onClick={lighten}>
        {ground.value === "day" ? texts.darkRoom : texts.lightRoom}
      </button>
      {children}
      {sound.value === "silent" && !elsewhere.value && (
        <button type="button" class="sound" onClick={hear}>
          {texts.sound}
        </button>
      )}
    </aside>
  );
}

/** One stroke at once, so that the host hears that it works and how loud it is. */
async function hear(): Promise<void> {
  await arm();
  strikeNow(0.5);
  stayAwake();
}

/** The picture's ground, on the root for the stylesheet. */
export function keepGround(): void {
  effect(() => {
    document.documentElement.dataset.ground = ground.value;
  });
}

/** Ink on paper where daylight washes out a dark picture; remembered on this device. */
export function lighten(): void {
  ground.value = ground.value === "day" ? "night" : "day";
  keep(STAGE, "ground", ground.value);
}

export async function fill(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // not allowed here
  }
}

/** The pointer and what fades go away when nobody moves; any tap or key opens the sound. */
export function keepStill(): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const stir = () => {
    delete document.documentElement.dataset.still;
    clearTimeout(rest);
    rest = setTimeout(() => (document.documentElement.dataset.still = ""), 4000);
  };
  for (const kind of ["pointermove", "pointerdown", "keydown", "focusin"]) addEventListener(kind, stir, { passive: true });
  const tapped = () => {
    void arm();
    stayAwake();
  };
  addEventListener("click", tapped, { capture: true });
  addEventListener("keydown", tapped, { capture: true });
  stir();
}
