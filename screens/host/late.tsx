import { now } from "../shared/now.ts";
import { instant, minutes } from "../shared/segments.ts";
import { timeOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { HostCommon } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";

const LATE_MS = 60_000;
const LATE_IN_REHEARSAL_MS = 5_000;

/** When all is over as things stand; while it stands still, the end moves along with the clock. */
export function endOf(common: HostCommon, at: number): number {
  return (common.timeline.at(-1)?.ends ?? at) + at - instant(common, at);
}

/** That it will be later than was promised, and one press that makes up for it. */
export function Late({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const { due, shorter_turn_s } = common.host;
  const late = due === null ? 0 : endOf(common, now.value) - due;
  if (common.phase !== "running" || late < (common.rehearsal ? LATE_IN_REHEARSAL_MS : LATE_MS)) return null;
  const by = late < LATE_MS ? texts.late.bySeconds(Math.round(late / 1000)) : texts.late.by(Math.round(late / 60_000));
  return (
    <div class="late" role="status">
      <p>{by}</p>
      {shorter_turn_s !== null && common.paused_at === undefined && (
        <button type="button" onClick={() => void act({ type: "turns", seconds: shorter_turn_s })}>
          {filled(texts.late.shorten, { turn: minutes(shorter_turn_s * 1000) })}
          <span class="fine"> {filled(texts.late.then, { time: timeOf(common.language, shortened(common, shorter_turn_s)) })}</span>
        </button>
      )}
    </div>
  );
}

/** The end with these turns in the rounds whose talking has not begun. */
function shortened(common: HostCommon, seconds: number): number {
  const at = instant(common, now.value);
  const begun = common.timeline.filter(({ kind, speaker, starts }) => kind === "turn" && !speaker && starts <= at).map(({ round }) => round);
  const coming = common.timeline.filter(({ kind, round }) => kind === "turn" && !begun.includes(round));
  const gain = coming.reduce((sum, { starts, ends }) => sum + (ends - starts) - seconds * 1000, 0);
  return endOf(common, now.value) - gain;
}
