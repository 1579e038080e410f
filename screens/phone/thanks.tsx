import { Rings } from "../shared/rings.tsx";
import { roundsOf } from "../shared/segments.ts";
import type { Gathering } from "./gathering.ts";
import { Questions } from "./questions.tsx";

/** The bell has rung. */
export function Thanks({ g }: { g: Gathering }) {
  const { texts, scene, common } = g;
  const last = scene.round >= roundsOf(common.timeline);
  const nudge = texts.nudges[(scene.round - 1) % texts.nudges.length];
  return (
    <main class="scene thanks">
      <Rings state="ringing" />
      <h1 tabIndex={-1}>{texts.thanksTitle}</h1>
      <p class="lead">{texts.thanksText}</p>
      <p class="question nudge">{last ? texts.thanksLast : nudge}</p>
      <div class="push">
        <Questions g={g} small="small" />
      </div>
    </main>
  );
}
