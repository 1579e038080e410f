import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Shared } from "../shared/wire.ts";
import { Alike } from "./alike.tsx";
import { look } from "./contributions.ts";
import type { Hosting } from "./gathering.ts";
import { Sure } from "./sure.tsx";
import { Tick } from "./tick.tsx";

/** In Liquid Courage nothing is written down. */
const mayBe = ({ common }: Hosting) => common.preset !== "liquid-courage";

/** Whether people can leave something in writing after the rounds: what that means, and one tick. */
export function BoardChoice({ hosting }: { hosting: Hosting }) {
  if (!mayBe(hosting)) return null;
  return (
    <section class="card" aria-labelledby="board">
      <h2 id="board">{hosting.texts.board.title}</h2>
      <TurnBoard hosting={hosting} />
    </section>
  );
}

function TurnBoard({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  return (
    <>
      <Tick on={common.board !== undefined} turn={(on) => act({ type: "board", on })}>{texts.board.turn}</Tick>
      <p class="fine">{texts.board.how}</p>
      {common.host.people < 15 && <p class="fine">{texts.board.few}</p>}
    </>
  );
}

/** Afterwards: what everybody sees, nothing else. */
export function Board({ hosting }: { hosting: Hosting }) {
  const { id, common, texts, act } = hosting;
  const stands = common.board;
  if (!mayBe(hosting)) return null;
  return (
    <section class="card board" aria-labelledby="board">
      <h2 id="board">{texts.board.title}</h2>
      <TurnBoard hosting={hosting} />
      {stands && <Introduce hosting={hosting} />}
      {stands && !stands.open && <p role="status">{texts.board.notYet}</p>}
      {stands?.open && (
        <>
          <p class="takeaway">
            <button type="button" aria-pressed={stands.on_stage === true} onClick={() => void act({ type: "show-board", show: !stands.on_stage })}>
              {stands.on_stage ? texts.board.hide : texts.board.show}
            </button>
            <a class="button" href={`/api/gatherings/${id}/board.csv`} download>{texts.board.csv}</a>
          </p>
          <Contributions hosting={hosting} version={stands.version} />
          <Alike hosting={hosting} version={stands.version} />
        </>
      )}
    </section>
  );
}

/** Whether a need and an offer that are alike may find each other. */
function Introduce({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  return (
    <>
      <Tick on={common.introductions === true} turn={(on) => act({ type: "introductions", on })}>{texts.board.introduce}</Tick>
      <p class="fine">{texts.board.introduceHow}</p>
    </>
  );
}

function Contributions({ hosting, version }: { hosting: Hosting; version: number }) {
  const { id, texts } = hosting;
  const pages = useSignal(1);
  const seen = useSignal<{ list: Shared[]; count: number; after: string | null }>({ list: [], count: 0, after: null });
  useEffect(() => {
    let wanted = true;
    void look(id, pages.value).then((found) => found && wanted && (seen.value = found));
    return () => (wanted = false);
  }, [version, pages.value]);
  const { list, count, after } = seen.value;
  return (
    <details open>
      <summary>{texts.board.count(count)}</summary>
      <ul class="contributions">
        {list.map((shared) => <Contribution key={shared.contribution} shared={shared} hosting={hosting} />)}
      </ul>
      {after && <button type="button" class="quiet" onClick={() => pages.value++}>{texts.board.more}</button>}
    </details>
  );
}

function Contribution({ shared, hosting }: { shared: Shared; hosting: Hosting }) {
  const { texts, act } = hosting;
  const { contribution, kind, words, name, me_too = 0 } = shared;
  return (
    <li>
      <p class="fine">
        {texts.board.kinds[kind]}
        {name && <> · <bdi>{name}</bdi></>}
        {me_too > 0 && <> · {texts.board.agreed(me_too)}</>}
      </p>
      <p><bdi>{words}</bdi></p>
      <Sure what={texts.board.down} why={texts.board.downSure} texts={texts} kind="quiet" act={() => act({ type: "take-down", contribution })} />
    </li>
  );
}
