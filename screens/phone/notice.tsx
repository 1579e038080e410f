import { useSignal } from "@preact/signals";
import { listOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import { say } from "../shared/texts/say.tsx";
import type { Notice as Note } from "../shared/wire.ts";
import type { Gathering } from "./gathering.ts";
import { Said } from "./said.tsx";
import type { SceneName } from "./scene.ts";
import type { Texts } from "./words.ts";

/** A word to this person alone. It stays until it is read or overtaken. */
export function Notice({ g }: { g: Gathering }) {
  const read = useSignal("");
  const { notice } = g.mine;
  if (notice?.code === "are-you-there") return <AreYouThere g={g} />;
  const name = JSON.stringify(notice);
  const words = !notice || isOver(notice, g) || read.value === name ? "" : wordsOf(notice, g.texts);
  return (
    <>
      <Said words={words && `${words} ${whomNow(notice, g)}`} />
      {words && (
        <aside class="notice">
          <p>{words}</p>
          <button onClick={() => (read.value = name)}>{g.texts.understood}</button>
        </aside>
      )}
    </>
  );
}

const ANOTHER: readonly Note["code"][] = ["rescued", "partner-left"];

/** Whoever only hears would not know that there are other names now. */
function whomNow(notice: Note | undefined, { envelope, common }: Gathering): string {
  if (!notice || !envelope || !ANOTHER.includes(notice.code)) return "";
  return listOf(common.language, envelope.partners.map((one) => one.name));
}

const AT_TIMES: readonly SceneName[] = ["find", "talk"];

/** What was said of finding somebody means nothing when that is over; and that one is late stands there in large. */
function isOver({ code, params }: Note, { scene, envelope }: Gathering): boolean {
  const meeting = AT_TIMES.includes(scene.name);
  if (code === "late") return meeting && !envelope;
  return !meeting || (code === "alone" && Number(params.round) > 0 && params.round !== scene.round);
}

function wordsOf({ code, params }: Note, texts: Texts): string {
  const round = Number(params.round) || 0;
  const words: Partial<Record<Note["code"], string>> = {
    rescued: texts.rescued,
    "partner-left": texts.partnerLeft,
    late: round > 0 ? filled(texts.lateRound, { round }) : texts.lateNotice,
    "joined-you": texts.joinedYou,
    alone: texts.alone,
    looking: texts.lookingNotice,
  };
  return words[code] ?? "";
}

const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

/** Somebody sees nobody: this phone has a few seconds to say that its person is there. */
function AreYouThere({ g }: { g: Gathering }) {
  const said = useSignal(false);
  if (said.value) return null;
  const answer = () => {
    said.value = true;
    void g.send({ type: "here" });
  };

  return (
    <div class="asking" role="alertdialog" aria-labelledby="asking" aria-describedby="asking-why">
      <h2 id="asking">{g.texts.areYouThere}</h2>
      <p id="asking-why">{say(g.texts.areYouThereText, { name: <bdi>{g.mine.notice?.params.name ?? g.texts.somebody}</bdi> })}</p>
      <button class="main wide" ref={takeFocus} onClick={answer}>
        {g.texts.here}
      </button>
    </div>
  );
}
