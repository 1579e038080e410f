import { isFifteen } from "../shared/debrief.ts";
import { now } from "../shared/now.ts";
import { instant, minutes, roundsOf, standing, type Standing } from "../shared/segments.ts";
import { timeOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { HostCommon, Segment } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";
import { endOf, Late } from "./late.tsx";
import type { Texts } from "./words.ts";

/** The whole gathering as one line, with a mark where we are; under it the same in words. */
export function Line({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  const stands = standing(common, now.value);
  if (!stands) return null;
  return (
    <section class="line" aria-label={texts.line.title}>
      <Bars common={common} texts={texts} stands={stands} />
      <div class="now">
        <div>
          <h2>{texts.line.now[stands.segment.kind]}</h2>
          <Whereabouts common={common} texts={texts} segment={stands.segment} />
        </div>
        <p class="left numerals" role="timer"><span class="unseen">{texts.line.left} </span>{minutes(stands.remaining)}</p>
        <p class="say">{stands.paused ? texts.say.paused : sayOf(common, texts, stands.segment)}</p>
        <p class="ready numerals">{filled(texts.line.ready, { time: timeOf(common.language, endOf(common, now.value)) })}</p>
      </div>
      <Late hosting={hosting} />
    </section>
  );
}

function Bars({ common, texts, stands }: { common: HostCommon; texts: Texts; stands: Standing }) {
  const { timeline } = common;
  const from = timeline[0]!.starts;
  const whole = Math.max(1, timeline.at(-1)!.ends - from);
  const at = Math.max(0, Math.min(1, (instant(common, now.value) - from) / whole));
  return (
    <div class="bars" aria-hidden="true">
      {timeline.map((segment, i) => (
        <span
          key={i}
          class={`part ${segment.kind} ${i < stands.index ? "past" : i === stands.index ? "running" : ""}`}
          style={{ flexGrow: String((segment.ends - segment.starts) / whole) }}
        >
          {segment.kind === "turn" ? (segment.speaker ?? 0) + 1 : texts.line.kinds[segment.kind]}
        </span>
      ))}
      <span class="mark-now" style={{ insetInlineStart: `${at * 100}%` }} />
    </div>
  );
}

function Whereabouts({ common, texts, segment }: { common: HostCommon; texts: Texts; segment: Segment }) {
  if (!segment.round) return null;
  return (
    <p class="fine where">
      <span>{filled(texts.line.round, { round: segment.round, rounds: Math.max(segment.round, roundsOf(common.timeline)) })}</span>
      {segment.kind === "turn" && <span>{texts.line.speaker[segment.speaker ?? 0]}</span>}
    </p>
  );
}

function sayOf(common: HostCommon, texts: Texts, { kind, starts }: Segment): string {
  if (kind === "debrief" && thanking(common, starts)) return texts.say.breathe;
  if (kind === "debrief" && isFifteen(common.debrief?.form)) return texts.say.fifteen;
  if (kind === "find" && common.milling === "guided" && common.counts.here > 0) return texts.say.findGuided;
  if (kind === "find" && common.milling === "numbers") return texts.say.findNumbers;
  return kind === "bell" ? texts.say.breathe : texts.say[kind];
}

/** The last round has no breath of its own: as on stage and phones, its thanks come at the head of the debrief. */
function thanking(common: HostCommon, starts: number): boolean {
  return common.timeline.at(-2)?.kind === "bell" && instant(common, now.value) - starts < common.plan.breathe_s * 1000;
}
