import { percentOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import { say } from "../shared/texts/say.tsx";
import { turnOf } from "../shared/texts/span.ts";
import type { HostCommon } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";
import { crowding } from "./groups.tsx";
import type { Texts } from "./words.ts";

const BRIEFING_MS = 60_000;
const SHORT_MS = 20 * 60_000;

/** The whole of it, a minute of explaining and the debrief included; ms. */
export function wholeMs(common: Pick<HostCommon, "lasts_ms">): number {
  return common.lasts_ms + BRIEFING_MS;
}

/** In words: minutes, and seconds where it is a rehearsal. */
export function lengthOf(texts: Texts, ms: number): string {
  return ms < 120_000 && ms % 60_000 !== 0 ? texts.seconds(Math.round(ms / 1000)) : texts.minutes(Math.round(ms / 60_000));
}

/** What was chosen when the gathering was opened, and what the pairing makes of it. */
export function Plan({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  return (
    <section class="card plan" aria-labelledby="plan">
      <h2 id="plan">{texts.plan.title}</h2>
      {common.invitation.openers ? (
        <ol class="question">{common.invitation.openers.map((opener) => <li key={opener}>{opener}</li>)}</ol>
      ) : (
        <>
          <p class="question"><bdi>{common.invitation.challenge}</bdi></p>
          <p class="question"><bdi>{common.invitation.give_and_take}</bdi></p>
          <Others common={common} texts={texts} />
        </>
      )}
      <Parts common={common} texts={texts} />
      {common.plan.rounds < 3 && <p class="advice">{texts.plan.few}</p>}
      {wholeMs(common) > SHORT_MS && <p class="advice">{texts.tooLong}</p>}
      <p>{texts.plan.ways[common.milling]}</p>
      {common.groups.length > 0 && (
        <p class="fine">{texts.plan.groups}: {common.groups.map((group, i) => <>{i > 0 && ", "}<bdi>{group}</bdi></>)}</p>
      )}
      <h3>{texts.plan.promise}</h3>
      <Promised hosting={hosting} />
    </section>
  );
}

/** What later rounds ask instead, where the host chose so. */
function Others({ common, texts }: { common: HostCommon; texts: Texts }) {
  const { challenge, give_and_take, per_round = [] } = common.invitation;
  const others = per_round.map((pair, at) => ({ ...pair, round: at + 1 })).filter((pair) => pair.challenge !== challenge || pair.give_and_take !== give_and_take);
  return (
    <>
      {others.map((pair) => (
        <p key={pair.round} class="fine">{filled(texts.line.round, { round: pair.round, rounds: common.plan.rounds })}: {pair.challenge} {pair.give_and_take}</p>
      ))}
    </>
  );
}

function Parts({ common, texts }: { common: HostCommon; texts: Texts }) {
  const { plan } = common;
  const { parts } = texts.plan;
  const rows: [string, string][] = [
    [parts.brief, lengthOf(texts, BRIEFING_MS)],
    [parts.think, texts.seconds(plan.think_s)],
    [parts.rounds(plan.rounds), `${parts.find} ${texts.seconds(plan.find_s)}, ${turnOf(texts, plan.turn_s)} ${parts.turn}`],
    [parts.debrief, lengthOf(texts, plan.debrief_s * 1000)],
  ];
  return (
    <dl class="parts">
      {rows.map(([name, length]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{length}</dd>
        </div>
      ))}
    </dl>
  );
}

function Promised({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  if (common.milling === "numbers") return <p>{texts.plan.counted}</p>;
  if (common.milling !== "guided") return <p>{texts.plan.free}</p>;
  return common.phase === "lobby" ? <Outlook hosting={hosting} /> : <Reached hosting={hosting} />;
}

/** Before the start: what the numbers allow, with those who are here now. */
function Outlook({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  const { outlook } = common.host;
  if (!outlook) return <p>{texts.plan.guided}</p>;
  const share = outlook.mixed / Math.max(1, outlook.units);
  const gaps = { percent: percentOf(common.language, share), group: <bdi>{outlook.crowding}</bdi> };
  const words = share >= 1 ? texts.plan.canMixAll : outlook.crowding === null ? texts.plan.canMix : texts.plan.canMixCrowded;
  return (
    <>
      <p class="fine">{texts.plan.soFar}</p>
      <ul class="promise" aria-live="polite">
        <li>{outlook.repeats ? texts.plan.fewPeople : texts.plan.noRepeats}</li>
        {common.groups.length > 1 && <li>{say(words, gaps)}</li>}
      </ul>
    </>
  );
}

/** After it: what the plan reaches, and why no more. */
function Reached({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  const { promise } = common.host;
  if (promise.length === 0) return <p>{texts.plan.guided}</p>;
  const sum = (of: "units" | "mixed" | "mixed_bound" | "repeats") => promise.reduce((total, round) => total + round[of], 0);
  const share = sum("mixed") / Math.max(1, sum("units"));
  const most = sum("mixed") >= sum("mixed_bound") && Math.round(100 * share) < 100;
  const group = crowding(hosting);
  const words = !most ? texts.plan.mixed : group === undefined ? texts.plan.mixedMost : texts.plan.mixedCrowded;
  const unresolved = promise.flatMap((round) => round.unresolved);
  return (
    <ul class="promise">
      <li>{sum("repeats") === 0 ? texts.plan.noRepeats : texts.plan.repeats(sum("repeats"))}</li>
      {common.groups.length > 1 && <li>{say(words, { percent: percentOf(common.language, share), group: <bdi>{group}</bdi> })}</li>}
      {unresolved.length > 0 && (
        <li>{texts.plan.unresolved} {unresolved.map(({ name }, i) => <>{i > 0 && ", "}<bdi>{name}</bdi></>)}</li>
      )}
    </ul>
  );
}
