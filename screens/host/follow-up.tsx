import type { Hosting } from "./gathering.ts";
import { Tick } from "./tick.tsx";

/** Whether people may exchange cards and find a buddy: chosen ahead, or when the conversations are over. */
export function FollowUpChoice({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  return (
    <section class="card" aria-labelledby="follow-up">
      <h2 id="follow-up">{texts.followUp.title}</h2>
      <Tick on={common.follow_up} turn={(on) => act({ type: "follow-up", on })}>{texts.followUp.turn}</Tick>
      <p class="fine">{texts.followUp.hint}</p>
    </section>
  );
}
