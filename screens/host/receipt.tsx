import { filled } from "../shared/texts/said.ts";
import { spanOf } from "../shared/texts/span.ts";
import type { Hosting } from "./gathering.ts";
import { Tick } from "./tick.tsx";

/** Whether phones count how long they are looked at: decided before the start, where everybody sees it. */
export function ReceiptChoice({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  return (
    <section class="card" aria-labelledby="receipt">
      <h2 id="receipt">{texts.receipt.title}</h2>
      <Tick on={common.receipt} turn={(on) => act({ type: "receipt", on })}>{texts.receipt.turn}</Tick>
      <p class="fine">{texts.receipt.turnHint}</p>
    </section>
  );
}

/** Afterwards: so much talk, so little looking at phones. */
export function Receipt({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const { attention } = common;
  if (!common.receipt) return null;
  return (
    <section class="card receipt" aria-labelledby="receipt">
      <h2 id="receipt">{texts.receipt.title}</h2>
      {!attention && <p role="status">{texts.receipt.notYet}</p>}
      {attention && (
        <>
          <p role="status">{filled(texts.receipt.says, { talk: spanOf(texts.receipt, attention.talk_s), looked: spanOf(texts.receipt, attention.median_s) })}</p>
          <p class="fine">{texts.receipt.ofMany(attention.phones)}</p>
          <p>
            <button type="button" onClick={() => void act({ type: "show-receipt", show: !attention.shown })}>
              {attention.shown ? texts.receipt.hide : texts.receipt.show}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
