// They choose each other: eyes in the room. The phone helps only who asks it to, by a tag, a camera or a name.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { say } from "../../shared/texts/say.tsx";
import type { Gathering } from "../gathering.ts";
import { Known, Partners } from "../partners.tsx";
import { Questions } from "../questions.tsx";
import { missed } from "../scanned.ts";
import type { LaterWords } from "../words.ts";
import { Tag, Together } from "./tag.tsx";

interface Props {
  g: Gathering;
  words: LaterWords;
}

/** Looking for somebody, or standing with somebody. */
export function Milling(props: Props) {
  return props.g.envelope ? <Standing {...props} /> : <Looking {...props} />;
}

/** What follows needs no phone any more. */
function Standing({ g, words }: Props) {
  const partners = g.envelope!.partners;
  return (
    <main class="scene">
      <h1 tabIndex={-1}>{say(words.standing, { name: <Partners g={g} partners={partners} /> })}</h1>
      <p class="lead">{g.texts.foundText}</p>
      <Known g={g} partners={partners} />
      <Questions g={g} />
      <div class="push">
        <button class="quiet wide" onClick={() => void g.send({ type: "leave-pair", round: g.envelope!.round })}>
          {words.lookOn}
        </button>
      </div>
    </main>
  );
}

function Looking({ g, words }: Props) {
  const { line } = g;
  return (
    <main class="scene">
      <h1 tabIndex={-1}>{words.freeTitle}</h1>
      <p class="lead">{words.freeText}</p>
      <Questions g={g} />
      <div class="push">
        {missed.value && (
          <p class="wrong" role="alert">
            {missed.value}
          </p>
        )}
        {line.value === "offline" ? <p class="gentle">{words.byHand}</p> : <Helped g={g} words={words} />}
      </div>
    </main>
  );
}

function Helped({ g, words }: Props) {
  const { texts, mine, common } = g;
  const up = mine.looking === true;
  const looking = common.counts.looking;
  const dialog = useRef<HTMLDialogElement>(null);
  const opened = useSignal(false);
  const open = () => {
    opened.value = true;
    dialog.current?.showModal();
  };
  return (
    <>
      {(mine.proposals ?? []).map((one) => (
        <p class="proposal" key={one.participant}>
          <span>
            {say(texts.proposes, { name: <bdi>{one.name}</bdi> })}
            {one.knows && <span class="fine"> {one.knows === "met" ? words.met : words.sameGroup}</span>}
          </span>
          <button onClick={() => void g.send({ type: "accept", from: one.participant })}>{texts.accept}</button>
        </p>
      ))}
      <Tag g={g} words={words} open={open} />
      <button class="main wide" onClick={() => void g.send({ type: "looking", looking: !up })}>
        {up ? words.handDown : words.handUp}
      </button>
      <p class="fine centre">
        {looking > 0 && `${words.lookingNow(looking)}. `}
        {up ? words.handSeen : words.handShows}
      </p>
      <button class="quiet wide" disabled={mine.seeking === true} onClick={() => void g.send({ type: "find-me-a-partner" })}>
        {mine.seeking ? texts.seeking : words.findMe}
      </button>
      <dialog ref={dialog} class="menu" aria-label={words.together} onClose={() => (opened.value = false)}>
        {opened.value && <Together g={g} words={words} shut={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}
