import { serverNow } from "../../shared/clock.ts";
import { isNear, untilOf } from "../../shared/texts/language.ts";
import { say } from "../../shared/texts/say.tsx";
import type { Gathering, Held } from "../gathering.ts";
import { conversations, InTheWeb, Met, noteOf } from "../together.tsx";
import { EraseMe } from "./choices.tsx";
import { download } from "./keepsake.ts";
import { Receipt } from "./receipt.tsx";
import type { LaterWords } from "../words.ts";

/** Over: what is kept until when, a file of one's own, and the way to be forgotten now. */
export function Closed({ g, held, words }: { g: Gathering; held: Held; words: LaterWords }) {
  const { texts, common } = g;
  const today = isNear(common.keep_until, serverNow());
  const day = untilOf(common.language, common.keep_until, serverNow());
  return (
    <main class="scene">
      <h1 tabIndex={-1}>{texts.closedTitle}</h1>
      <p class="lead">
        {words.closedText} {say(today ? words.closedKeptTime : words.closedKept, { day })}
      </p>
      <Met g={g} />
      {common.receipt && <Receipt g={g} words={words} />}
      {common.web !== "off" && <InTheWeb g={g} />}
      <div class="push">
        {conversations(g).length > 0 && (
          <button class="main wide" onClick={() => download(g, conversations(g), noteOf, words.keepsakeName)}>
            {words.keepsake}
          </button>
        )}
        <EraseMe g={g} held={held} words={words} />
      </div>
    </main>
  );
}
