import { effect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { ground } from "../../shared/scenes/corner.tsx";
import { read } from "../../shared/send.ts";
import type { Texts } from "../../shared/scenes/words.ts";
import { percentOf } from "../../shared/texts/language.ts";
import { filled } from "../../shared/texts/said.ts";
import type { StageCommon } from "../../shared/wire.ts";
import { acrossGroups } from "./across-groups.ts";
import { atTheLoom, type Hand } from "./at-the-loom.ts";
import type { Figures, Measures } from "./loom.ts";

const REST_MS = 3000;
interface Props {
  common: StageCommon;
  gathering: string;
  texts: Texts;
}

/** Who met whom: a picture of all, and the same in words. */
export function WhoMetWhom({ common, gathering, texts }: Props) {
  const [figures, tell] = useState<Figures>();
  const { box, take } = useLoom(tell);
  useTold(gathering, common.version, take);
  const said = useOneByOne(figures ? linesOf(common, figures, texts) : []);
  return (
    <main class="scene web">
      <div class="words">
        <h1 class="call">{texts.web.title}</h1>
        <ul class="figures under" aria-live="polite">
          {said.map((words) => <li key={words}>{words}</li>)}
        </ul>
        <p class="hint">{texts.web.hint}</p>
      </div>
      <div class="weave" ref={box} role="img" aria-label={said.join(" ")}>
        <canvas />
        <canvas />
      </div>
    </main>
  );
}

type Said = () => string;

function linesOf(common: StageCommon, seen: Figures, texts: Texts): Said[] {
  const { people, conversations, fresh, gatherings, bridged, bridgeable } = seen;
  const across = acrossGroups(seen);
  const before = gatherings > 1 || fresh < conversations;
  const said: (Said | false)[] = [
    () => [texts.web.people(people), gatherings > 1 && filled(texts.web.gatherings, { n: gatherings })].filter(Boolean).join(" "),
    () => [texts.web.conversations(conversations), before && texts.web.fresh(fresh)].filter(Boolean).join(", "),
    across !== undefined && (() => filled(texts.web.mixed, { share: percentOf(common.language, across) })),
    bridgeable > 1 && (() => filled(texts.web.bridged, { n: bridged, of: bridgeable })),
  ];
  return said.filter((words) => words !== false);
}

/** A line in each frame: the first number that a page writes out takes several ms. */
function useOneByOne(lines: Said[]): string[] {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (shown >= lines.length) return;
    const frame = requestAnimationFrame(() => setShown(shown + 1));
    return () => cancelAnimationFrame(frame);
  }, [shown, lines.length]);
  return lines.slice(0, shown).map((say) => say());
}

/** The picture follows what people say of it, but never asks more often than every few seconds. */
function useTold(gathering: string, version: number, take: (told: ArrayBuffer) => void): void {
  const asked = useRef(-Infinity);
  useEffect(() => {
    const ask = async () => {
      asked.current = performance.now();
      const answer = await read<ArrayBuffer>(`/api/gatherings/${gathering}/web`, (response) => response.arrayBuffer());
      if (answer.ok) take(answer.value);
    };
    const wait = setTimeout(() => void ask(), Math.max(0, asked.current + REST_MS - performance.now()));
    return () => clearTimeout(wait);
  }, [gathering, version]);
}

/** A box with two sheets in it, and who draws on them. */
function useLoom(tell: (figures: Figures) => void) {
  const box = useRef<HTMLDivElement>(null);
  const hand = useRef<Hand>(undefined);
  useEffect(() => {
    if (!box.current) return;
    const own = (hand.current = atTheLoom(box.current, tell));
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let size = "";
    const measure = () => {
      if (!box.current) return;
      own.give({ measures: measured(box.current, still || size !== "") });
      size = sizeOf(box.current);
    };
    const watch = new ResizeObserver(() => box.current && size !== sizeOf(box.current) && measure());
    watch.observe(box.current);
    const heedGround = effect(() => void (ground.value && size && measure()));
    return () => {
      heedGround();
      watch.disconnect();
      own.leave();
    };
  }, []);
  return { box, take: (told: ArrayBuffer) => hand.current?.give({ told }) };
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => `${clientWidth} ${clientHeight}`;

const MOST_COLOURS = 8;

/** How large the sheets are, and in which colours; those stand with all others, in look.css. */
function measured(box: HTMLElement, still: boolean): Measures {
  const style = getComputedStyle(box);
  const of = (name: string) => style.getPropertyValue(name).trim();
  const width = box.clientWidth * devicePixelRatio;
  const ink = {
    groups: Array.from({ length: MOST_COLOURS }, (_, i) => of(`--thread-${i + 1}`)),
    plain: of("--ink-2"),
    held: of("--ink"),
    presumed: of("--ink-2"),
    words: of("--ground"),
    unit: width / 56,
    family: style.fontFamily,
  };
  return { width, height: box.clientHeight * devicePixelRatio, ink, still };
}
