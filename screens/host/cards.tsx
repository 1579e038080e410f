import type { ComponentChildren } from "preact";
import { now } from "../shared/now.ts";
import { standing } from "../shared/segments.ts";
import type { HostCommon, PersonName } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";
import { Waiting } from "./door.tsx";

/** Where everybody is, in numbers; names only where somebody needs a hand. */
export function Cards({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const { host, counts } = common;
  if (host.people === 0) return null;
  const segment = standing(common, now.value)?.segment;
  const finding = segment?.kind === "find";
  const third = thirdOf(common, segment?.round ?? 0);
  return (
    <section class="cards">
      {counts.in_conversation > 0 && <Card count={counts.in_conversation} words={finding ? texts.cards.finding : texts.cards.talking} />}
      {counts.looking > 0 && <Card count={counts.looking} words={texts.cards.looking} />}
      {host.seeking.length > 0 && <Card count={host.seeking.length} words={texts.cards.seeking}><Names of={host.seeking} /></Card>}
      {host.late.length > 0 && (
        <Card count={host.late.length} words={texts.cards.late}>
          <Names of={host.late} act={{ words: texts.cards.joinNow, do: (participant) => void act({ type: "join-now", participant }) }} />
        </Card>
      )}
      {host.away > 0 && (
        <Card count={host.away} words={texts.cards.away}>
          <Names of={host.sitting_out} act={{ words: texts.cards.back, do: (participant) => void act({ type: "back", participant }) }} />
        </Card>
      )}
      {host.trios > 0 && <Card count={host.trios} words={texts.cards.trio(host.trios)}><p class="fine">{texts.cards.trioTime(third)}</p></Card>}
      {host.waiting.length > 0 && <div class="card"><Waiting hosting={hosting} /></div>}
    </section>
  );
}

/** A third of a conversation as it now stands, in seconds. */
function thirdOf({ timeline, plan }: HostCommon, round: number): number {
  const talks = timeline.filter((one) => one.kind === "turn" && one.round === round);
  const whole = talks.length ? (talks.at(-1)!.ends - talks[0]!.starts) / 1000 : 2 * plan.turn_s + plan.swap_s;
  return Math.floor((whole - 2 * plan.swap_s) / 3);
}

function Card({ count, words, children }: { count: number; words: string; children?: ComponentChildren }) {
  return (
    <div class="card">
      <p><b class="big numerals">{count}</b> {words}</p>
      {children}
    </div>
  );
}

interface NamesProps {
  of: readonly PersonName[];
  act?: { words: string; do: (participant: string) => void };
}

function Names({ of, act }: NamesProps) {
  return (
    <ul class="rows">
      {of.map(({ participant, name }) => (
        <li key={participant}>
          <bdi>{name}</bdi>
          {act && (
            <button type="button" onClick={() => act.do(participant)}>
              {act.words} <span class="unseen"><bdi>{name}</bdi></span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
