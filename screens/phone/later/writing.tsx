import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { newId } from "../../shared/send.ts";
import { say } from "../../shared/texts/say.tsx";
import { sentenceOf, type BoardProps } from "./board.tsx";
import { draft, KINDS, mine, share, type How, type Kind } from "./slips.ts";

const LONGEST = 500;
const isMine = (secret: string) => mine.value.some((slip) => slip.secret === secret);

interface Props extends BoardProps {
  few: boolean;
}

/** What kind, which words, for whom: one question at a time. */
export function Writing({ g, words, few }: Props) {
  // What is told of one slip holds for as long as that is there.
  const said = useSignal({ words: "", of: "" });
  const here = useRef<HTMLDivElement>(null);
  const step = draft.value?.step ?? "kind";
  const last = useRef(step);
  useEffect(() => {
    if (last.current !== step) here.current?.querySelector<HTMLElement>("[data-first]")?.focus();
    last.current = step;
  }, [step]);

  const begin = (kind: Kind) => {
    said.value = { words: "", of: "" };
    draft.value = { kind, words: "", step: "words" };
  };
  const send = async (how: How) => {
    const { kind, words: written } = draft.peek()!;
    draft.value = undefined;
    const secret = newId();
    said.value = { words: how === "private" ? words.board.stays : words.board.waits, of: secret };
    const told = sentenceOf(await share({ secret, kind, words: written.trim(), how }), words);
    if (told) said.value = { words: told, of: isMine(secret) ? secret : "" };
  };
  return (
    <div ref={here}>
      {step === "kind" && <Kinds words={words} few={few} begin={begin} g={g} />}
      {step === "words" && <Words words={words} g={g} />}
      {step === "who" && <Who g={g} words={words} send={send} />}
      <p class="fine" role="status">
        {(!said.value.of || isMine(said.value.of)) && said.value.words}
      </p>
    </div>
  );
}

function Kinds({ words, few, begin }: Props & { begin: (kind: Kind) => void }) {
  return (
    <>
      <p class="fine" data-first tabIndex={-1}>
        {words.board.how}
      </p>
      {few && <p class="fine few">{words.board.few}</p>}
      <div class="choices">
        {KINDS.map((kind) => (
          <button key={kind} class="wide" onClick={() => begin(kind)}>
            {words.board.kinds[kind]}
          </button>
        ))}
      </div>
    </>
  );
}

function Words({ words }: BoardProps) {
  const { kind, words: written } = draft.value!;
  const write = (to: string) => (draft.value = { kind, words: to, step: "words" });
  const on = (event: Event) => {
    event.preventDefault();
    if (written.trim()) draft.value = { kind, words: written, step: "who" };
  };
  return (
    <form class="choices" onSubmit={on}>
      <label class="field">
        <b>{words.board.ask[kind]}</b>
        <textarea data-first rows={4} maxLength={LONGEST} required value={written} onInput={(event) => write(event.currentTarget.value)} />
      </label>
      <button class="main wide">{words.board.on}</button>
      <button type="button" class="quiet wide" onClick={() => (draft.value = undefined)}>
        {words.board.not}
      </button>
    </form>
  );
}

/** Asked each time, and nothing is chosen beforehand. */
function Who({ g, words: { board }, send }: BoardProps & { send: (how: How) => Promise<void> }) {
  const { kind, words } = draft.value!;
  return (
    <div class="choices" role="group" aria-labelledby="who">
      <p class="card">
        <bdi>{words}</bdi>
      </p>
      <h3 id="who" data-first tabIndex={-1}>
        {board.who}
      </h3>
      <button class="wide" onClick={() => void send("private")}>
        <span>
          {board.private} <span class="fine">{board.privateHint}</span>
        </span>
      </button>
      <button class="wide" onClick={() => void send("anonymous")}>
        <span>
          {board.anonymous} <span class="fine">{board.anonymousHint}</span>
        </span>
      </button>
      <button class="wide" onClick={() => void send("named")}>
        <span>{say(board.named, { name: <bdi>{g.mine.name}</bdi> })}</span>
      </button>
      <button class="quiet wide" onClick={() => (draft.value = { kind, words, step: "words" })}>
        {board.back}
      </button>
    </div>
  );
}
