import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { read } from "../shared/send.ts";
import { keep, recall } from "../shared/storage.ts";
import type { Shared, SuggestedPatterns } from "../shared/wire.ts";
import { look } from "./contributions.ts";
import type { Hosting } from "./gathering.ts";
import { calledAsBefore, foundAgain, groupsOf, joined, kept, named, stillThere, without, type Group, type Kept } from "./groups-alike.ts";

const PLACE = "alike";
const MOST = 3;
const LONGEST = 120;

/** Contributions that say much the same: to name, to join, to split, and to take over as heard. */
export function Alike({ hosting, version }: { hosting: Hosting; version: number }) {
  const { id, texts } = hosting;
  const { groups, go, back } = useGroups(id, version);
  const trouble = useSignal("");
  const ask = async () => {
    const answer = await read<SuggestedPatterns>(`/api/gatherings/${id}/board/alike`);
    trouble.value = answer.ok ? "" : answer.problem.detail;
    if (answer.ok) go(calledAsBefore(groupsOf(answer.value.patterns), groups ?? []));
  };
  return (
    <section class="alike" aria-labelledby="alike">
      <h3 id="alike">{texts.alike.title}</h3>
      <p class="fine">{texts.alike.how}</p>
      <p class="takeaway">
        <button type="button" onClick={() => void ask()}>{groups ? texts.alike.again : texts.alike.look}</button>
        {back && <button type="button" class="quiet" onClick={back}>{texts.alike.undo}</button>}
      </p>
      <p class="fine" role="status">{trouble.value || (groups && texts.alike.found(groups.length))}</p>
      {groups && <Groups groups={groups} go={go} hosting={hosting} />}
    </section>
  );
}

/** The groups as the host left them, also after a reload; `back` takes the last step back, where there is one. */
function useGroups(id: string, version: number) {
  const steps = useSignal<Group[][]>([]);
  const go = (to: Group[]) => {
    steps.value = [...steps.peek(), to];
    keep(id, PLACE, JSON.stringify(kept(to)));
  };
  const heed = (shown: Shared[]) => {
    const still = new Set(shown.map((one) => one.contribution));
    const before = steps.peek().length > 0 ? steps.peek() : keptGroups(id, shown);
    steps.value = before.map((each) => stillThere(each, still));
  };
  useEffect(() => {
    if (steps.peek().length > 0 || recall(id, PLACE)) void look(id, Infinity).then((found) => found && heed(found.list));
  }, [id, version]);
  const back = () => {
    const [before = [], ...earlier] = steps.peek().slice(0, -1).reverse();
    steps.value = earlier.reverse();
    go(before);
  };
  return { groups: steps.value.at(-1), go, back: steps.value.length > 1 ? back : undefined };
}

function keptGroups(id: string, shown: Shared[]): Group[][] {
  const before = JSON.parse(recall(id, PLACE) ?? "null") as Kept[] | null;
  return before ? [foundAgain(before, shown)] : [];
}

interface Patterns {
  groups: Group[];
  go: (to: Group[]) => void;
  hosting: Hosting;
}

function Groups({ groups, go, hosting }: Patterns) {
  const { texts } = hosting;
  const picked = useSignal(-1);
  const join = (at: number) => {
    if (picked.value >= 0 && picked.value !== at) go(joined(groups, picked.value, at));
    picked.value = picked.value < 0 ? at : -1;
  };
  const label = (at: number) => (picked.value < 0 ? texts.alike.join : picked.value === at ? texts.alike.joinNot : texts.alike.joinThis);
  return (
    <ol class="contributions">
      {groups.map((group, at) => (
        <li key={group.key}>
          <Named words={group.words} label={texts.alike.name} name={(words) => go(named(groups, at, words))} />
          <p class="takeaway">
            <TakeOver words={group.words} hosting={hosting} />
            {groups.length > 1 && <button type="button" class={picked.value === at ? "" : "quiet"} onClick={() => join(at)}>{label(at)}</button>}
          </p>
          <Members groups={groups} at={at} go={go} hosting={hosting} />
        </li>
      ))}
    </ol>
  );
}

function Named({ words, label, name }: { words: string; label: string; name: (words: string) => void }) {
  const typed = (event: { currentTarget: HTMLInputElement }) => event.currentTarget.value.trim();
  return (
    <label>
      <span class="label">{label}</span>
      <input value={words} maxLength={LONGEST} onChange={(event) => typed(event) && typed(event) !== words && name(typed(event))} />
    </label>
  );
}

/** As heard, on the stage: at most three stand there. */
function TakeOver({ words, hosting }: { words: string; hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const short = [...words].slice(0, LONGEST).join("");
  const stands = common.patterns.includes(short);
  const full = common.patterns.length >= MOST;
  return (
    <button type="button" disabled={stands || full} onClick={() => void act({ type: "hear-patterns", patterns: [...common.patterns, short] })}>
      {stands ? texts.alike.taken : full ? texts.alike.full : texts.alike.take}
    </button>
  );
}

function Members({ groups, at, go, hosting }: Patterns & { at: number }) {
  const { texts } = hosting;
  const members = groups[at]?.members ?? [];
  return (
    <details>
      <summary>{texts.board.count(members.length)}</summary>
      <ul>
        {members.map(({ contribution, words }) => (
          <li key={contribution}>
            <p><bdi>{words}</bdi></p>
            <button type="button" class="quiet" onClick={() => go(without(groups, at, contribution))}>{texts.alike.out}</button>
          </li>
        ))}
      </ul>
    </details>
  );
}
