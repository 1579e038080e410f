import { filled } from "../texts/said.ts";
import { byNumber, otherwise, stepOf, type ByNumber, type Unit } from "./numbers.ts";
import type { Playing } from "./scene.ts";
import type { Texts } from "./words.ts";

/** So many units stand on a wall, large enough for the back row; with more of them people go by the rule. */
const MOST_ON_A_WALL = 16;

interface Calling {
  call: string;
  under?: string;
  hint: string;
  /** the units to show: all of them, or those that the rule does not find */
  units: readonly Unit[];
  wall: boolean;
}

/** What the wall says in a round: everybody's partner where that fits, else the rule and for whom it is otherwise. */
export function callingOf({ counted }: Pick<Playing, "counted">, round: number, texts: Texts): Calling {
  const { numbers } = texts;
  const here = roundOf(counted, round);
  if (!here) return { call: filled(numbers.rule, { step: stepOf(round) }), under: numbers.uncounted, hint: examplesOf(round, texts), units: [], wall: false };
  if (here.step === 0 || here.units.length <= MOST_ON_A_WALL) {
    return { call: numbers.wall, hint: numbers.nobody, units: here.units, wall: true };
  }
  return { call: filled(numbers.rule, { step: here.step }), under: examplesOf(round, texts), hint: numbers.nobody, units: otherwise(here), wall: false };
}

export function Whom({ units, wall, texts }: { units: readonly Unit[]; wall: boolean; texts: Texts }) {
  if (units.length === 0) return null;
  return (
    <div class={wall ? "whom wall" : "whom"}>
      {!wall && <p>{texts.numbers.otherwise}</p>}
      <ul class="numerals">
        {units.map((unit) => (
          <li key={unit.join()} class={unit.length > 2 ? "trio" : undefined}>
            {unit.map((number, at) => <>{at > 0 && " – "}<b>{number}</b></>)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Two examples of the rule: one who looks up, one who looks down. */
function examplesOf(round: number, texts: Texts): string {
  const up = stepOf(round);
  const both = [[7, 7 + up], [11 + up, 11]] as const;
  return both.map(([one, other]) => filled(texts.numbers.example, { one, other })).join(", ");
}

let last: { counts: string; rounds: ByNumber[] } | undefined;

/** Worked out once for a count, not at every tick of the clock. */
function roundOf(counted: readonly number[] | undefined, round: number): ByNumber | undefined {
  if (!counted?.length) return undefined;
  const counts = counted.join();
  if (last?.counts !== counts) last = { counts, rounds: byNumber(counted) };
  return last.rounds[round - 1];
}
