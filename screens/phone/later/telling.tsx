import { useEffect } from "preact/hooks";
import { stepping } from "../../shared/debrief.ts";
import { Ring } from "../../shared/rings.tsx";
import type { DebriefStep } from "../../shared/wire.ts";
import { now, type Gathering } from "../gathering.ts";
import type { AfterwardsWords } from "../words.ts";

/** One tells, the other or the others ask, by the shared time: a ring that empties, and no digits to look at. */
export function Telling({ g, words }: { g: Gathering; words: AfterwardsWords }) {
  const { steps, index, fraction } = stepping(g.common, now.value);
  const kind = steps[index]?.kind;
  useEffect(() => scrollTo(0, 0), [kind]);
  const [title, text] = kind ? saidIn(kind, words) : words.told;
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

function saidIn(kind: DebriefStep["kind"], words: AfterwardsWords): AfterwardsWords["told"] {
  switch (kind) {
    case "one":
      return words.oneTells;
    case "other":
      return words.otherTells;
    case "fours":
      return words.firstOfFour;
    case "second":
    case "third":
    case "last":
      return words.nextOfFour;
    default:
      return words.alone;
  }
}
