import { useSignal, type Signal } from "@preact/signals";
import { serverNow } from "../shared/clock.ts";
import { instant } from "../shared/segments.ts";
import type { HostCommon, PersonRow } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";
import { pagesOf } from "./people.tsx";

const MOST_PAGES = 10;

/** For the host who knows better: two people change places, or are never paired. Only where phones point the way. */
export function ByHand({ hosting }: { hosting: Hosting }) {
  const { id, common, texts } = hosting;
  const people = useSignal<PersonRow[]>([]);
  if (common.milling !== "guided" || common.host.people < 2) return null;
  const load = async () => {
    const found = await pagesOf(id, MOST_PAGES);
    if (found) people.value = found.people.filter(({ state }) => state === "here" || state === "away");
  };
  return (
    <details class="card" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{texts.byHand.title}</summary>
      <p class="fine">{texts.byHand.hint}</p>
      <Two hosting={hosting} people={people.value} />
    </details>
  );
}

function Two({ hosting, people }: { hosting: Hosting; people: readonly PersonRow[] }) {
  const { common, texts, act } = hosting;
  const a = useSignal("");
  const b = useSignal("");
  const said = useSignal("");
  const rounds = sealedRounds(common);
  const round = useSignal(0);
  const which = rounds.includes(round.value) ? round.value : rounds[0];
  const ready = a.value !== "" && b.value !== "" && a.value !== b.value;
  const both = { a: a.value, b: b.value };
  const swap = async () => {
    const answer = await act({ type: "swap", round: which, ...both });
    said.value = answer.ok ? texts.byHand.swapped : "";
  };
  const part = async () => {
    const answer = await act({ type: "apart", ...both });
    said.value = answer.ok ? texts.byHand.parted : "";
  };
  return (
    <>
      <div class="inline">
        <Who label={texts.byHand.one} none={texts.byHand.choose} people={people} value={a} />
        <Who label={texts.byHand.other} none={texts.byHand.choose} people={people} value={b} />
        {which !== undefined && (
          <label>
            <span class="label">{texts.byHand.round}</span>
            <select value={which} onChange={(event) => (round.value = Number(event.currentTarget.value))}>
              {rounds.map((one) => <option key={one}>{one}</option>)}
            </select>
          </label>
        )}
      </div>
      <p class="takeaway">
        {which !== undefined && <button type="button" disabled={!ready} onClick={() => void swap()}>{texts.byHand.swap}</button>}
        <button type="button" disabled={!ready} onClick={() => void part()}>{texts.byHand.apart}</button>
      </p>
      <p class="fine" role="status">{said.value}</p>
    </>
  );
}

interface WhoProps {
  label: string;
  none: string;
  people: readonly PersonRow[];
  value: Signal<string>;
}

function Who({ label, none, people, value }: WhoProps) {
  return (
    <label>
      <span class="label">{label}</span>
      <select value={value.value} onChange={(event) => (value.value = event.currentTarget.value)}>
        <option value="">{none}</option>
        {people.map(({ participant, name, group }) => (
          <option key={participant} value={participant}>{group ? `${name} · ${group}` : name}</option>
        ))}
      </select>
    </label>
  );
}

/** Rounds whose finding has not begun: their envelopes can still be changed. */
function sealedRounds(common: HostCommon): number[] {
  const at = instant(common, serverNow());
  return common.timeline.filter(({ kind, starts }) => kind === "find" && starts > at).map(({ round }) => round);
}
