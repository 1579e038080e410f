// The tag of this round as letters and as a picture for the other's camera, and the other ways to say "we stand together".

import { useSignal, useSignalEffect } from "@preact/signals";
import { recall } from "../../shared/storage.ts";
import { read } from "../../shared/send.ts";
import type { LookingPage, Partner } from "../../shared/wire.ts";
import type { Gathering } from "../gathering.ts";
import type { LaterWords } from "../words.ts";
import { codeOf, pathOf } from "./qr.ts";

interface Props {
  g: Gathering;
  words: LaterWords;
}

const QUIET = 3;
const LOOK_MS = 4000;
/** The server's page; who has asked for more is not taken back to the first. */
const PAGE = 20;

function tagNow(g: Gathering): string {
  return g.mine.tags?.[Math.max(1, g.scene.round) - 1] ?? "";
}

/** Shown before the other's camera, and tapped for more. */
export function Tag({ g, words, open }: Props & { open: () => void }) {
  const tag = tagNow(g);
  if (!tag) return null;
  return (
    <button class="tag wide" aria-haspopup="dialog" onClick={open}>
      <Picture g={g} tag={tag} />
      <span>
        <b class="numerals"><bdi dir="ltr">{tag}</bdi></b>
        <span class="fine">{words.together}</span>
      </span>
    </button>
  );
}

/** A link that whoever scans it opens on their own phone. White whatever the ground: cameras want it so. */
function Picture({ g, tag }: { g: Gathering; tag: string }) {
  const code = recall(g.id, "code");
  const drawn = code && codeOf(`${location.origin}/j/${code}#${tag}`);
  if (!drawn) return null;
  const side = drawn.length + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} shape-rendering="crispEdges" aria-hidden="true">
      <path d={pathOf(drawn)} />
    </svg>
  );
}

/** Letters to read out, a field for the other's, and the names of who looks. */
export function Together({ g, words, shut }: Props & { shut: () => void }) {
  const typed = useSignal("");
  const wrong = useSignal("");
  const tag = tagNow(g);
  const stand = async (event: SubmitEvent) => {
    event.preventDefault();
    wrong.value = typed.value.trim() ? await standWith(g, typed.value) : words.tagNeeded;
  };
  return (
    <>
      <div class="tag large">
        <Picture g={g} tag={tag} />
        {/* Not the field: a keyboard would cover the code. */}
        <p tabIndex={-1} autofocus>
          <span class="fine">{words.yours}</span>
          <b class="numerals"><bdi dir="ltr">{tag}</bdi></b>
        </p>
      </div>
      <form class="stand" onSubmit={stand} noValidate>
        <label class="field">
          <b>{words.theirs}</b>
          <input
            class="code"
            dir="ltr"
            value={typed.value}
            onInput={(event) => (typed.value = event.currentTarget.value)}
            maxLength={8}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            enterkeyhint="go"
          />
        </label>
        <button class="main">{words.stand}</button>
      </form>
      {wrong.value && (
        <p class="wrong" role="alert">
          {wrong.value}
        </p>
      )}
      <Names g={g} words={words} />
      <button class="quiet wide" onClick={shut}>
        {g.texts.close}
      </button>
    </>
  );
}

/** Says that they stand together; answers why that is not so, if it is not. */
async function standWith(g: Gathering, tag: string): Promise<string> {
  const answer = await g.send({ type: "stand-with", tag });
  return answer.ok ? "" : answer.problem.detail || g.texts.notSent;
}

/** Who raised a hand or asked for a partner; looked at anew as long as it is open. */
function Names({ g, words }: Props) {
  const people = useSignal<readonly Partner[]>([]);
  const after = useSignal<number | null>(null);
  const asked = useSignal("");
  const wrong = useSignal("");
  const page = (from: number) => read<LookingPage>(`/api/gatherings/${g.id}/looking?after=${from}`);
  const look = async () => {
    const answer = await page(0);
    if (!answer.ok) return;
    people.value = answer.value.people;
    after.value = answer.value.after;
  };
  const more = async () => {
    const answer = await page(after.value ?? 0);
    if (!answer.ok) return;
    people.value = [...people.value, ...answer.value.people];
    after.value = answer.value.after;
  };
  const propose = async (one: Partner) => {
    const answer = await g.send({ type: "propose", to: one.participant });
    asked.value = answer.ok ? one.participant : asked.value;
    wrong.value = answer.ok ? "" : answer.problem.detail || g.texts.notSent;
  };
  useSignalEffect(() => {
    void look();
    const timer = setInterval(() => people.peek().length <= PAGE && void look(), LOOK_MS);
    return () => clearInterval(timer);
  });

  return (
    <section aria-labelledby="looking">
      <h2 class="kicker" id="looking">
        {words.whoLooks}
      </h2>
      {people.value.length === 0 && <p class="fine">{words.nobodyLooks}</p>}
      <ul class="matches">
        {people.value.map((one) => (
          <li key={one.participant}>
            <button class="wide" aria-pressed={asked.value === one.participant} onClick={() => void propose(one)}>
              <bdi>{one.name}</bdi>
              <span class="fine">
                {asked.value === one.participant ? words.asked : one.knows === "met" ? words.met : one.group && <bdi>{one.group}</bdi>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {after.value !== null && (
        <button class="quiet wide" onClick={() => void more()}>
          {words.more}
        </button>
      )}
      {wrong.value && (
        <p class="wrong" role="alert">
          {wrong.value}
        </p>
      )}
    </section>
  );
}
