import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PersonRow } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";
import { pagesOf } from "./people.tsx";

interface Props {
  hosting: Hosting;
  along: Signal<ReadonlySet<string>>;
}

const STILL_THERE = ["here", "away"];

/** Who has no phone cannot tap to come along: the host keeps them on the list, or does not. */
export function Bring({ hosting: { id, texts }, along }: Props) {
  const people = useSignal<PersonRow[]>([]);
  useEffect(() => {
    void pagesOf(id, Infinity).then((found) => {
      people.value = (found?.people ?? []).filter(({ phone, beside, state }) => !phone && !beside && STILL_THERE.includes(state));
      along.value = new Set(people.value.map(({ participant }) => participant));
    });
  }, []);
  const turn = (participant: string) => {
    const kept = new Set(along.value);
    if (!kept.delete(participant)) kept.add(participant);
    along.value = kept;
  };
  if (people.value.length === 0) return null;
  return (
    <fieldset class="bring">
      <legend>{texts.closed.bring}</legend>
      <p class="fine">{texts.closed.bringHint}</p>
      {people.value.map(({ participant, name }) => (
        <label key={participant} class="check">
          <input type="checkbox" checked={along.value.has(participant)} onChange={() => turn(participant)} /> <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
