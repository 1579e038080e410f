import { useSignal } from "@preact/signals";
import type { Answer, Command } from "../../shared/send.ts";
import { forget, recall } from "../../shared/storage.ts";
import { say } from "../../shared/texts/say.tsx";
import type { Gathering, Held } from "../gathering.ts";
import { EraseMe } from "../erase.tsx";
import { Sure } from "../sure.tsx";
import { Community, stillKnown } from "./leave.tsx";
import { Share } from "./share.tsx";
import type { LaterWords } from "../words.ts";

interface Props {
  g: Gathering;
  held: Held;
  words: LaterWords;
}

/** Whether it was done. */
export type Act = (command: Command, done?: string) => Promise<boolean>;

/** What the menu holds. */
export function Choices({ g, held, words, act }: Props & { act: Act }) {
  const { scene, envelope } = g;
  const inPair = envelope !== undefined && (scene.name === "find" || scene.name === "talk" || scene.name === "thanks");
  const apart = useSignal<string[]>([]);
  const part = async (participant: string) => {
    if (await act({ type: "block", participant }, words.blocked)) apart.value = [...apart.value, participant];
  };
  const leave = async () => {
    forget(recall(g.id, "code") ?? "");
    await act({ type: "leave" });
  };

  return (
    <>
      {inPair && (
        <Sure what={words.leavePair} why={words.leavePairSure} yes={words.sure} no={g.texts.ratherNot} act={() => act({ type: "leave-pair", round: envelope.round })} />
      )}
      {inPair &&
        envelope.partners.filter((one) => !apart.value.includes(one.participant)).map((one) => (
          <Sure
            key={one.participant}
            what={<span>{say(words.block, { name: <bdi>{one.name}</bdi> })}</span>}
            why={words.blockSure}
            yes={words.sure}
            no={g.texts.ratherNot}
            act={() => part(one.participant)}
          />
        ))}
      {!g.mine.away && scene.name !== "closed" && (
        <button class="wide" onClick={() => void act({ type: "step-out" })}>
          {words.stepOut}
        </button>
      )}
      {scene.name !== "closed" && <Share g={g} words={words} act={act} />}
      <ReEntry g={g} words={words} />
      {scene.name !== "closed" && <Sure what={words.leave} why={words.leaveSure} yes={words.sure} no={g.texts.ratherNot} act={leave} />}
      <EraseMe g={g} held={held} />
      {g.common.community && <Community g={g} held={held} words={words} />}
      {/* In a page of its own: this one has to stay for the bell. */}
      <a class="button quiet wide" href={`/docs/howto/taking-part.${g.common.language}`} target="_blank" rel="noopener noreferrer">
        {words.help}
      </a>
    </>
  );
}

/** A personal link for another phone. */
function ReEntry({ g, words }: Omit<Props, "held">) {
  const link = useSignal("");
  const failed = useSignal(false);
  const ask = async () => {
    const answer = (await g.send({ type: "re-entry" })) as Answer<{ version: number; link?: string }>;
    failed.value = !answer.ok || !answer.value.link;
    if (answer.ok) link.value = answer.value.link ?? "";
  };

  if (!link.value) {
    return (
      <>
        <button class="wide" onClick={ask}>
          {words.reEntry}
        </button>
        {failed.value && <p role="alert">{g.texts.notSent}</p>}
      </>
    );
  }
  return (
    <label class="field">
      <span class="fine">{words.reEntryText}</span>
      <input readOnly value={link.value} onFocus={(event) => event.currentTarget.select()} />
    </label>
  );
}

/** Nothing is left but this. */
export function Erased({ held, words }: Omit<Props, "g">) {
  return (
    <main class="sheet">
      <h1 tabIndex={-1}>{held.following.line.value === "refused" ? words.allErased : words.erased}</h1>
      <p>{stillKnown(held) ? words.known.stillKnown : words.erasedText}</p>
    </main>
  );
}
