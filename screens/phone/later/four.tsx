import { isFifteen, stepping } from "../../shared/debrief.ts";
import { say } from "../../shared/texts/say.tsx";
import { Shape, colourOf } from "../../shared/beacon.tsx";
import { now, type Gathering } from "../gathering.ts";
import { Partners } from "../partners.tsx";
import type { LaterWords } from "../words.ts";

/** Looking back in fours: which pair comes, or to whom this one goes. Only while that step runs. */
export function Four({ g, words }: { g: Gathering; words: LaterWords }) {
  const { form, steps, index } = stepping(g.common, now.value);
  const { four } = g.mine;
  if (!four || four.others.length === 0 || steps[index]?.kind !== "fours") return null;
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
