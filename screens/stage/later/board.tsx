import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useFit } from "../../shared/scenes/fit.ts";
import type { Texts } from "../../shared/scenes/words.ts";
import { read } from "../../shared/send.ts";
import { filled } from "../../shared/texts/said.ts";
import type { BoardPage, Shared, StageCommon } from "../../shared/wire.ts";
import { leaves } from "./leaves.ts";

const TURN_MS = 14_000;

interface Props {
  stands: NonNullable<StageCommon["board"]>;
  gathering: string;
  texts: Texts;
}

interface Seen {
  list: Shared[];
  count: number;
  after: string | null;
}
const NOTHING: Seen = { list: [], count: 0, after: null };

/** What people left for each other, a few at a time; it turns over by itself unless somebody holds it still. */
export function Board({ stands, gathering, texts }: Props) {
  const seen = useSignal(NOTHING);
  const pages = useSignal(1);
  const at = useSignal(0);
  const held = useSignal(false);
  const { version, open } = stands;
  useEffect(() => {
    let wanted = true;
    if (!open) seen.value = NOTHING;
    else void look(gathering, pages.value).then((found) => found && wanted && (seen.value = found));
    return () => (wanted = false);
  }, [version, open, pages.value]);

  const { list, after } = open ? seen.value : NOTHING;
  const all = leaves(list);
  const here = Math.min(at.value, Math.max(0, all.length - 1));
  const turn = () => {
    if (here >= all.length - 2 && after) pages.value++;
    at.value = here + 1 < all.length ? here + 1 : 0;
  };
  useEffect(() => {
    if (held.value || all.length < 2) return;
    const soon = setTimeout(turn, TURN_MS);
    return () => clearTimeout(soon);
  }, [here, all.length, held.value]);

  return (
    <main class="scene board">
      <h1 class="call">{texts.board.title}</h1>
      {open ? <Leaf key={here} leaf={all[here] ?? []} texts={texts} /> : <p class="under">{texts.board.notYet}</p>}
      {all.length > 1 && (
        <p class="leafing hint">
          <span>{filled(texts.board.page, { page: here + 1, pages: after ? `${all.length}+` : all.length })}</span>
          <button type="button" class="quiet" aria-pressed={held.value} onClick={() => (held.value = !held.value)}>
            {held.value ? texts.board.go : texts.board.hold}
          </button>
        </p>
      )}
    </main>
  );
}

function Leaf({ leaf, texts }: { leaf: readonly Shared[]; texts: Texts }) {
  const box = useFit(leaf.map((one) => one.contribution).join());
  return (
    <div class="words" ref={box}>
      <ul class="contributions">
        {leaf.map(({ contribution, kind, words, name, me_too = 0 }) => (
          <li key={contribution}>
            <p class="kind">
              {texts.board.kinds[kind]}
              {name && <> · <bdi>{name}</bdi></>}
              {me_too > 0 && <> · {texts.board.agreed(me_too)}</>}
            </p>
            <p class="question"><bdi>{words}</bdi></p>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function look(gathering: string, pages: number): Promise<Seen | undefined> {
  const list: Shared[] = [];
  let page: BoardPage | undefined;
  for (let asked = 0; asked < pages && page?.after !== null; asked++) {
    const answer = await read<BoardPage>(`/api/gatherings/${gathering}/board?after=${page?.after ?? ""}`);
    if (!answer.ok) return undefined;
    page = answer.value;
    list.push(...page.contributions);
  }
  return page && { list, count: page.count, after: page.after };
}
