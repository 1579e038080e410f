import { useSignal, type Signal } from "@preact/signals";
import { serverNow } from "../shared/clock.ts";
import { instant } from "../shared/segments.ts";
import { Names, say } from "../shared/texts/say.tsx";
import type { HostCommon, PersonRow } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";
import { pagesOf } from "./people.tsx";

const MOST_PAGES = 10;

/** For the host who knows better: two people are brought together, change places, or are never paired. Only where phones
 * point the way. */
export function ByHand({ hosting }: { hosting: Hosting }) {
  const { id, common, texts } = hosting;
  const people = useSignal<PersonRow[]>([]);
  if (common.milling !== "guided" || common.host.people < 2) return null;
  const load = async () => {
    const found = await pagesOf(id, MOST_PAGES);
    if (found) people.value = found.people.filter(({ state }) => state === "here" || state === "away");
  };
  return (
    <details class="card by-hand" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{texts.byHand.title}</summary>
      <p class="fine">{texts.byHand.hint}</p>
      <Two hosting={hosting} people={people.value} renew={load} />
    </details>
  );
}

interface TwoProps {
  hosting: Hosting;
  people: readonly PersonRow[];
  renew: () => Promise<void>;
}

function Two({ hosting, people, renew }: TwoProps) {
  const { common, texts, act } = hosting;
  const a = useSignal("");
  const b = useSignal("");
  const said = useSignal("");
  const { sealed, open } = roundsToMend(common);
  const rounds = open ? [open, ...sealed] : sealed;
  const round = useSignal(0);
  const which = rounds.includes(round.value) ? round.value : rounds[0];
  const ready = a.value !== "" && b.value !== "" && a.value !== b.value;
  const both = { a: a.value, b: b.value };
  const hand = async (command: { type: string; round?: number | undefined }, done: string) => {
    const answer = await act({ ...command, ...both });
    said.value = answer.ok ? done : "";
    await renew();
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
      {which !== undefined && [a.value, b.value].map((one) => <With key={one} one={one} round={which} people={people} hosting={hosting} />)}
      <p class="takeaway">
        {which !== undefined && (
          <button type="button" disabled={!ready} onClick={() => void hand({ type: "bring-together", round: which }, texts.byHand.broughtTogether)}>
            {texts.byHand.together}
          </button>
        )}
        {which !== undefined && which !== open && (
          <button type="button" disabled={!ready} onClick={() => void hand({ type: "swap", round: which }, texts.byHand.swapped)}>{texts.byHand.swap}</button>
        )}
        <button type="button" disabled={!ready} onClick={() => void hand({ type: "apart" }, texts.byHand.parted)}>{texts.byHand.apart}</button>
      </p>
      <p class="fine" role="status">{said.value}</p>
    </>
  );
}

/** Whom somebody has in a round, so that the host sees what a change would change. */
function With({ one, round, people, hosting }: { one: string; round: number; people: readonly PersonRow[]; hosting: Hosting }) {
  const { texts, common } = hosting;
  const person = people.find(({ participant }) => participant === one);
  if (!person) return null;
  const ids = person.partners[round - 1] ?? [];
  const names = people.filter(({ participant }) => ids.includes(participant)).map(({ name }) => name);
  const name = <bdi>{person.name}</bdi>;
  const others = <Names of={names} language={common.language} />;
  return <p class="fine">{say(names.length ? texts.byHand.now : texts.byHand.nobody, { name, others })}</p>;
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

/** Rounds whose envelopes are still sealed; and the one that is open, in which nobody's conversation is broken up. */
function roundsToMend(common: HostCommon): { sealed: number[]; open: number | undefined } {
  const at = instant(common, serverNow());
  const sealed = common.timeline.filter(({ kind, starts }) => kind === "find" && starts > at).map(({ round }) => round);
  const open = common.timeline.find(({ starts, ends }) => starts <= at && at < ends);
  return { sealed, open: open && ["find", "turn", "swap"].includes(open.kind) ? open.round : undefined };
}
