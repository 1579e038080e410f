import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Gathering, Held } from "./gathering.ts";
import { laterWithWords } from "./later.tsx";
import type { Act } from "./later/choices.tsx";
import { fate } from "./outbox.ts";

const Choices = laterWithWords(() => import("./later/choices.tsx").then((part) => part.Choices));

interface Props {
  g: Gathering;
  held: Held;
}

/** What is seldom needed, behind one small button. */
export function Menu({ g, held }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const word = useSignal("");
  const opened = useSignal(false);
  const open = () => {
    opened.value = true;
    dialog.current?.showModal();
  };
  const shut = () => {
    dialog.current?.close();
    word.value = "";
  };
  const act: Act = async (command, done) => {
    const answer = await g.send(command);
    word.value = answer.ok ? (done ?? "") : answer.problem.detail || g.texts.notSent;
    if (answer.ok && !done) shut();
    return answer.ok;
  };

  if (g.scene.name === "gone") return null;
  return (
    <>
      <button class="quiet more" aria-haspopup="dialog" onClick={open}>
        <span aria-hidden="true">⋯</span>
        <span class="unseen">{g.texts.menu}</span>
      </button>
      <dialog ref={dialog} class="menu" aria-label={g.texts.menu}>
        <p class="numerals">
          <b>
            <bdi>{g.mine.name}</bdi>
          </b>
        </p>
        {opened.value && <Choices g={g} held={held} act={act} />}
        {word.value && <p role="alert">{word.value}</p>}
        {!word.value && fate.value.is === "waiting" && <p role="status">{g.texts.waitingOffline}</p>}
        <button class="main wide" onClick={shut}>
          {g.texts.close}
        </button>
      </dialog>
    </>
  );
}
