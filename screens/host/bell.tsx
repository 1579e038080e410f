import { useSignal, type Signal } from "@preact/signals";
import { arm, strikeNow } from "../shared/bell.ts";
import type { Hosting } from "./gathering.ts";
import { Tick } from "./tick.tsx";
import type { Texts } from "./words.ts";

/** What the bell says, ten seconds to hear it, and who rings it. */
export function Bell({ hosting, rings }: { hosting: Hosting; rings: Signal<boolean> }) {
  const { common, texts, act } = hosting;
  const mine = common.bell === "host";
  const swaps = common.swap_cue !== false;
  return (
    <section class="card bell" aria-labelledby="bell">
      <h2 id="bell">{texts.bell.title}</h2>
      <ul class="grammar">
        <li>{texts.bell.one}</li>
        <li>{texts.bell.two}</li>
        <li>{texts.bell.light}</li>
      </ul>
      <Demo texts={texts} />
      <div class="choices">
        <label class="check">
          <input type="checkbox" checked={rings.value} onChange={() => (rings.value = !rings.value)} />
          {texts.bell.here}
        </label>
        <Tick on={mine} turn={(on) => act({ type: "my-own-bell", on })}>
          {texts.bell.mine}
          <span class="fine">{texts.bell.mineHint}</span>
        </Tick>
        <Tick on={!swaps} turn={(none) => act({ type: "swap-cue", on: !none })}>
          {texts.bell.noSwap}
          <span class="fine">{texts.bell.noSwapHint}</span>
        </Tick>
      </div>
    </section>
  );
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One stroke, then two, ten seconds in all. */
function Demo({ texts }: { texts: Texts }) {
  const hearing = useSignal("");
  const demo = async () => {
    await arm();
    hearing.value = texts.bell.demoOne;
    strikeNow(0.5);
    await pause(4000);
    hearing.value = texts.bell.demoTwo;
    strikeNow(0.75);
    await pause(1400);
    strikeNow(0.6);
    await pause(4600);
    hearing.value = "";
  };
  return (
    <div class="demo">
      <button type="button" disabled={hearing.value !== ""} onClick={() => void demo()}>
        {hearing.value ? texts.bell.stop : texts.bell.demo}
      </button>
      <p role="status">{hearing.value}</p>
    </div>
  );
}
