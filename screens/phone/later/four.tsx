import { isFifteen, stepping } from "../../shared/debrief.ts";
import { say } from "../../shared/texts/say.tsx";
import { Shape, colourOf } from "../../shared/beacon.tsx";
import { now, type Gathering } from "../gathering.ts";
import { Partners } from "../partners.tsx";
import type { LaterWords } from "../words.ts";

/** Looking back in fours: which pair comes, to whom this one goes, or that nobody comes, as to three who are left over from
 * the pairs. Only while that step runs. */
export function Four({ g, words }: { g: Gathering; words: LaterWords }) {
  const { form, steps, index } = stepping(g.common, now.value);
  const { four } = g.mine;
  if (!four || steps[index]?.kind !== "fours") return null;
  if (four.others.length === 0) return <p class="four" role="status">{words.fourRemains}</p>;
  const names = <b><Partners g={g} partners={four.others} /></b>;
  const spot = <b class="numerals"><bdi>{four.label}</bdi></b>;
  return (
    <section class="four" role="status">
      <p class="beside">
        <span class="mark" style={{ background: colourOf(four.beacon) }}>
          <Shape beacon={four.beacon} />
        </span>
        <span>{say(four.stays ? words.fourStays : words.fourGoes, { names, spot })}</span>
      </p>
      {!isFifteen(form) && <p class="fine">{words.fourHint}</p>}
    </section>
  );
}
