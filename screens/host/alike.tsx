import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { read } from "../shared/send.ts";
import type { SuggestedPatterns } from "../shared/wire.ts";
import { look } from "./board.tsx";
import type { Hosting } from "./gathering.ts";
import { groupsOf, joined, named, stillThere, without, type Group } from "./groups-alike.ts";

const MOST = 3;
const LONGEST = 120;

/** Contributions that say much the same: to name, to join, to split, and to take over as heard. */
export function Alike({ hosting, version }: { hosting: Hosting; version: number }) {
  const { id, texts } = hosting;
  const steps = useSignal<Group[][]>([]);
  const trouble = useSignal("");
  const groups = steps.value.at(-1);
  const go = (to: Group[]) => (steps.value = [...steps.value, to]);
  const ask = async () => {
    const answer = await read<SuggestedPatterns>(`/api/gatherings/${id}/board/alike`);
    trouble.value = answer.ok ? "" : answer.problem.detail;
    if (answer.ok) steps.value = [groupsOf(answer.value.patterns)];
  };
  useEffect(() => {
    if (steps.peek().length > 0) void look(id, Infinity).then((found) => found && keepOnly(found.list.map((one) => one.contribution)));
  }, [version]);
  const keepOnly = (shown: string[]) => (steps.value = steps.peek().map((each) => stillThere(each, new Set(shown))));
  return (
    <section class="alike" aria-labelledby="alike">
      <h3 id="alike">{texts.alike.title}</h3>
      <p class="fine">{texts.alike.how}</p>
      <p class="takeaway">
        <button type="button" onClick={() => void ask()}>{groups ? texts.alike.again : texts.alike.look}</button>
        {steps.value.length > 1 && (
          <button type="button" class="quiet" onClick={() => (steps.value = steps.value.slice(0, -1))}>{texts.alike.undo}</button>
        )}
      </p>
      <p class="fine" role="status">{trouble.value || (groups && texts.alike.found(groups.length))}</p>
      {groups && <Groups groups={groups} go={go} hosting={hosting} />}
    </section>
  );
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
        <li key={group.members[0]?.contribution}>
          <Named words={group.words} label={texts.alike.name} name={(words) => go(named(groups, at, words))} />
          <p class="takeaway">
            <TakeOver words={group.words} hosting={hosting} />
            {groups.length > 1 && <button type="button" class="quiet" aria-pressed={picked.value === at} onClick={() => join(at)}>{label(at)}</button>}
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
