import { filled } from "../shared/texts/said.ts";
import { spanOf } from "../shared/texts/span.ts";
import type { StageCommon } from "../shared/wire.ts";
import type { Texts } from "../shared/scenes/words.ts";

/** So much talk, so little looking at phones; only when the host puts it here. */
export function Receipt({ attention, texts }: { attention: NonNullable<StageCommon["attention"]>; texts: Texts }) {
  return (
    <main class="scene closed receipt">
      <h1 class="call">{filled(texts.receipt.talk, { talk: spanOf(texts.receipt, attention.talk_s) })}</h1>
      <p class="under">{filled(texts.receipt.looked, { looked: spanOf(texts.receipt, attention.median_s) })}</p>
      <p class="hint">{texts.receipt.ofMany(attention.phones)}</p>
    </main>
  );
}
