import { useSignal } from "@preact/signals";
import { now } from "../shared/now.ts";
import { timeOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { Hosting } from "./gathering.ts";
import { lengthOf, wholeMs } from "./plan.tsx";

/** The one main action of the lobby, always within reach. */
export function Start({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const busy = useSignal(false);
  const start = async () => {
    busy.value = true;
    await act({ type: "start" });
    busy.value = false;
  };
  const whole = wholeMs(common);
  const done = timeOf(common.language, Math.floor(now.value / 60_000) * 60_000 + whole);
  return (
    <div class="start">
      <p class="numerals">{filled(texts.whole, { length: lengthOf(texts, whole), time: done })}</p>
      <button type="button" class="main" disabled={busy.value} onClick={() => void start()}>
        {common.counts.here > 0 ? texts.begin : texts.beginAlone}
      </button>
    </div>
  );
}
