// The tag that came along with the address: somebody held their phone's camera before the other's screen.

import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Answer, Command } from "../shared/send.ts";
import type { Scene } from "./scene.ts";

const scanned = signal("");

/** why what was scanned did not lead to a partner, as a sentence */
export const missed = signal("");

/** Takes the tag out of the address bar, so that a reload does not say it again. */
export function watchAddress(): void {
  const take = () => {
    const [, tag = ""] = /^#([A-Za-z0-9]{3,6})$/.exec(location.hash) ?? [];
    if (tag) scanned.value = tag;
    if (location.hash) history.replaceState(null, "", location.pathname);
  };
  addEventListener("hashchange", take); // the camera opened it in this same tab
  take();
}

/** Says that these two stand together, once this phone is where people do. */
export function sayScanned(scene: ReadonlySignal<Scene | undefined>, act: (command: Command) => Promise<Answer>): void {
  effect(() => {
    const tag = scanned.value;
    if (!tag || (scene.value?.name !== "find" && scene.value?.name !== "talk")) return;
    scanned.value = "";
    void act({ type: "stand-with", tag }).then((answer) => (missed.value = answer.ok ? "" : answer.problem.detail));
  });
}
