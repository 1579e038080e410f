import { serverNow } from "../shared/clock.ts";
import { isNear, untilOf } from "../shared/texts/language.ts";
import { say } from "../shared/texts/say.tsx";
import type { Gathering, Held } from "./gathering.ts";
import { Afterwards } from "./afterwards.tsx";
import { Board, InTheWeb, Met, Receipt } from "./together.tsx";
import { EraseMe } from "./erase.tsx";
import { laterWithWords } from "./later.tsx";

const Community = laterWithWords(() => import("./later/leave.tsx").then((part) => part.Community));
const Again = laterWithWords(() => import("./later/again.tsx").then((part) => part.Again));

/** Over: what is kept until when, a file of one's own, and the way to be forgotten now. */
export function Closed({ g, held }: { g: Gathering; held: Held }) {
  const { texts, common } = g;
  const today = isNear(common.keep_until, serverNow());
  const day = untilOf(common.language, common.keep_until, serverNow());
  return (
    <main class="scene">
      <h1 tabIndex={-1}>{texts.closedTitle}</h1>
      <p class="lead">
        {texts.closedText} {say(today ? texts.closedKeptTime : texts.closedKept, { day })}
      </p>
      {common.again && <Again g={g} />}
      <Met g={g} />
      <Board g={g} />
      <Afterwards g={g} main={common.again ? undefined : "keepsake"} />
      {common.receipt && <Receipt g={g} />}
      {common.web !== "off" && <InTheWeb g={g} />}
      <div class="push">
        <EraseMe g={g} held={held} />
        {common.community && <Community g={g} held={held} />}
      </div>
    </main>
  );
}
