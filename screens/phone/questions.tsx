import type { Gathering } from "./gathering.ts";
import { questionsOf } from "./scene.ts";

/** Both questions. They stand in every scene. */
export function Questions({ g, small }: { g: Gathering; small?: "small" }) {
  const { openers, openers_in } = g.common.invitation;
  if (openers) {
    return (
      <ol class={`questions openers ${small ?? ""}`} lang={openers_in}>
        {openers.map((opener) => (
          <li key={opener} class="question"><bdi>{opener}</bdi></li>
        ))}
      </ol>
    );
  }
  const { challenge, give_and_take } = questionsOf(g.common, Math.max(1, g.scene.round));
  return (
    <div class={`questions ${small ?? ""}`}>
      <p class="question">
        <bdi>{challenge}</bdi>
      </p>
      <p class="question">
        <bdi>{give_and_take}</bdi>
      </p>
    </div>
  );
}
