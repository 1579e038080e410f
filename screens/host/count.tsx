import { useSignal } from "@preact/signals";
import { LEAST_COUNTED, MOST_COUNTED } from "../shared/scenes/numbers.ts";
import { listOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { Hosting } from "./gathering.ts";

/** By number: the host says how many counted off, and again when somebody comes later. */
export function Count({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const asked = useSignal("");
  const busy = useSignal(false);
  if (common.milling !== "numbers") return null;
  const people = common.counted?.at(-1);
  const count = async (n: number) => {
    busy.value = true;
    const answer = await act({ type: "count-off", people: n });
    busy.value = false;
    if (answer.ok) asked.value = "";
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void count(Number(asked.value));
  };
  return (
    <section class="card count" aria-labelledby="count">
      <h2 id="count">{texts.count.title}</h2>
      <p class="fine">{people === undefined ? texts.count.how : filled(texts.count.more, { next: people + 1 })}</p>
      <form class="inline" onSubmit={submit}>
        <label>
          <span class="label">{texts.count.label}</span>
          <input
            class="numerals" type="number" inputMode="numeric" required min={LEAST_COUNTED} max={MOST_COUNTED}
            placeholder={people === undefined ? "" : String(people)}
            value={asked.value} onInput={(event) => (asked.value = event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={busy.value}>{texts.count.set}</button>
        {people !== undefined && (
          <button type="button" class="quiet" disabled={busy.value} onClick={() => void count(people + 1)}>{texts.count.oneMore}</button>
        )}
      </form>
      <p role="status">{people === undefined ? "" : unitsOf(hosting, people)}</p>
    </section>
  );
}

/** 14 pairs and a three */
function unitsOf({ common, texts }: Hosting, people: number): string {
  const trios = people % 2;
  const pairs = (people - 3 * trios) / 2;
  const units = listOf(common.language, [...(pairs > 0 ? [texts.count.pairs(pairs)] : []), ...(trios ? [texts.count.trio] : [])]);
  return filled(texts.count.are, { people, units });
}
