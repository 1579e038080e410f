import { useSignal } from "@preact/signals";
import { show } from "../shared/attention.ts";
import { arm, strikeNow } from "../shared/bell.ts";
import { serverNow } from "../shared/clock.ts";
import { pictureOf } from "../shared/picture.ts";
import { Rings } from "../shared/rings.tsx";
import { isNear, untilOf } from "../shared/texts/language.ts";
import { say } from "../shared/texts/say.tsx";
import type { Gathering } from "./gathering.ts";
import { laterWithWords } from "./later.tsx";
import { Questions } from "./questions.tsx";
import { Sign } from "./sign.tsx";

const Announced = laterWithWords(() => import("./later/receipt.tsx").then((part) => part.Announced));

const RINGING_MS = 5000;

/** Before the start: the questions, and the bell to try. */
export function Lobby({ g }: { g: Gathering }) {
  const { common, texts } = g;
  const heard = useSignal(0);
  const hear = async () => {
    await arm();
    strikeNow();
    show({ kind: "swap", at: serverNow(), sounds: true }); // whoever does not hear it sees and feels what it will be like
    const strike = ++heard.value;
    setTimeout(() => heard.value === strike && (heard.value = -strike), RINGING_MS);
  };

  const picture = pictureOf(common.picture, g.pictures);
  const today = isNear(common.keep_until, serverNow());
  const day = untilOf(common.language, common.keep_until, serverNow());
  return (
    <main class="scene">
      <Rings key={heard.value} state={heard.value > 0 ? "ringing" : "breathing"} />
      <h1 tabIndex={-1} class="kicker">
        {texts.toThink}
      </h1>
      <Questions g={g} />
      <div class="push">
        {common.bell === "devices" && (
          <>
            <button class="main wide" onClick={hear}>
              {heard.value === 0 ? texts.hearBell : texts.hearAgain}
            </button>
            <p class="fine centre">{texts.noSound}</p>
          </>
        )}
        {common.receipt && <Announced g={g} />}
        <p class="fine promise">
          <Sign src={picture.src} />
          <span>{say(today ? texts.keptUntilTime : texts.keptUntil, { day, picture: <b>{picture.word}</b> })}</span>
        </p>
      </div>
    </main>
  );
}

/** Half a minute of silence with the questions. */
export function Think({ g }: { g: Gathering }) {
  return (
    <main class="scene">
      <Rings />
      <h1 tabIndex={-1}>{g.texts.thinkTitle}</h1>
      <p class="lead">{g.texts.thinkText(g.common.plan.rounds)}</p>
      <Questions g={g} />
    </main>
  );
}
