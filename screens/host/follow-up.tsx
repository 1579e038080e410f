import type { Hosting } from "./gathering.ts";

/** Whether people may exchange cards and find a buddy: chosen ahead, or when the conversations are over. */
export function FollowUpChoice({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  return (
    <section class="card" aria-labelledby="follow-up">
      <h2 id="follow-up">{texts.followUp.title}</h2>
      <label class="check">
        <input type="checkbox" checked={common.follow_up} onChange={(event) => void act({ type: "follow-up", on: event.currentTarget.checked })} />
        <span>{texts.followUp.turn}</span>
      </label>
      <p class="fine">{texts.followUp.hint}</p>
    </section>
  );
}
