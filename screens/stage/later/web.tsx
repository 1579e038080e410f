import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { ground } from "../../shared/scenes/corner.tsx";
import { read } from "../../shared/send.ts";
import type { Texts } from "../../shared/scenes/words.ts";
import { percentOf } from "../../shared/texts/language.ts";
import { filled } from "../../shared/texts/said.ts";
import type { StageCommon, Web } from "../../shared/wire.ts";
import { places, weave, type Ink, type Sheets } from "./weaving.ts";

const REST_MS = 3000;
const web = signal<Web | undefined>();

interface Props {
  common: StageCommon;
  gathering: string;
  texts: Texts;
}

/** Who met whom: a picture of all, and the same in words. */
export function WhoMetWhom({ common, gathering, texts }: Props) {
  useWeb(gathering, common.version);
  const seen = web.value;
  const said = useOneByOne(seen ? figures(common, seen, texts) : []);
  return (
    <main class="scene web">
      <div class="words">
        <h1 class="call">{texts.web.title}</h1>
        <ul class="figures under" aria-live="polite">
          {said.map((words) => <li key={words}>{words}</li>)}
        </ul>
        <p class="hint">{texts.web.hint}</p>
      </div>
      {seen && <Picture web={seen} words={said.join(" ")} />}
    </main>
  );
}

type Said = () => string;

function figures(common: StageCommon, seen: Web, texts: Texts): Said[] {
  const { people, conversations, fresh, mixed, sortable, gatherings, bridged, bridgeable } = seen;
  const before = gatherings > 1 || fresh < conversations;
  const said: (Said | false)[] = [
    () => [texts.web.people(people), gatherings > 1 && filled(texts.web.gatherings, { n: gatherings })].filter(Boolean).join(" "),
    () => [texts.web.conversations(conversations), before && texts.web.fresh(fresh)].filter(Boolean).join(", "),
    sortable > 0 && (() => filled(texts.web.mixed, { share: percentOf(common.language, Math.round((100 * mixed) / sortable) / 100) })),
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
function useWeb(gathering: string, version: number): void {
  const asked = useRef(-Infinity);
  useEffect(() => {
    const ask = async () => {
      asked.current = performance.now();
      const answer = await read<Web>(`/api/gatherings/${gathering}/web`);
      if (answer.ok) web.value = answer.value;
    };
    const wait = setTimeout(() => void ask(), Math.max(0, asked.current + REST_MS - performance.now()));
    return () => clearTimeout(wait);
  }, [gathering, version]);
}

function Picture({ web, words }: { web: Web; words: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    let stop = draw(box.current, web, false);
    let size = sizeOf(box.current);
    const watch = new ResizeObserver(() => {
      // It tells of the first size too, which would end the weaving before it has begun.
      if (!box.current || size === sizeOf(box.current)) return;
      size = sizeOf(box.current);
      stop();
      stop = draw(box.current, web, true);
    });
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      stop();
    };
  }, [web, ground.value]);
  return (
    <div class="weave" ref={box} role="img" aria-label={words}>
      <canvas />
      <canvas />
    </div>
  );
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => `${clientWidth} ${clientHeight}`;

/** One thing in each frame: new sheets, the colours, the places; all at once they would hold up a frame. */
function draw(box: HTMLElement, seen: Web, again: boolean): () => void {
  let stop = () => {};
  let frame = 0;
  const inNextFrame = (doing: () => void) => (frame = requestAnimationFrame(doing));
  const still = again || matchMedia("(prefers-reduced-motion: reduce)").matches;
  inNextFrame(() => {
    const sheets = sheetsOf(box);
    inNextFrame(() => {
      const ink = inkOf(box);
      inNextFrame(() => {
        const { width, height } = sheets.lines.canvas;
        stop = weave(sheets, seen, places(seen, width, height), ink, still);
      });
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
  };
}

function sheetsOf(box: HTMLElement): Sheets {
  const [lines, points] = [...box.querySelectorAll("canvas")].map((canvas) => {
    canvas.width = box.clientWidth * devicePixelRatio;
    canvas.height = box.clientHeight * devicePixelRatio;
    return canvas.getContext("2d")!;
  });
  return { lines: lines!, points: points! };
}

const MOST_COLOURS = 8;

/** The colours stand with all others, in look.css. */
function inkOf(box: HTMLElement): Ink {
  const style = getComputedStyle(box);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    groups: Array.from({ length: MOST_COLOURS }, (_, i) => of(`--thread-${i + 1}`)),
    plain: of("--ink-2"),
    held: of("--ink"),
    presumed: of("--ink-2"),
    words: of("--ground"),
    unit: (box.clientWidth * devicePixelRatio) / 56,
    family: style.fontFamily,
  };
}
