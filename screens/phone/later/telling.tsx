import { useEffect } from "preact/hooks";
import { stepping } from "../../shared/debrief.ts";
import { Ring } from "../../shared/rings.tsx";
import { now, type Gathering } from "../gathering.ts";
import type { AfterwardsWords } from "../words.ts";

/** One tells, the other asks, by the shared time: a ring that empties, and no digits to look at. */
export function Telling({ g, words }: { g: Gathering; words: AfterwardsWords }) {
  const { steps, index, fraction } = stepping(g.common, now.value);
  const kind = steps[index]?.kind;
  useEffect(() => scrollTo(0, 0), [kind]);
  const [title, text] = kind === "one" ? words.oneTells : kind === "other" ? words.otherTells : kind ? words.alone : words.told;
  return (
    <>
      <div key={kind}>
        <h1 tabIndex={-1}>{title}</h1>
        <p class="lead">{text}</p>
      </div>
      {kind && kind !== "alone" && (
        <p class="time">
          <Ring fraction={fraction} />
        </p>
      )}
    </>
  );
}
