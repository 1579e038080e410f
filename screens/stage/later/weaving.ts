// Draws who met whom: lines first, a few at a time so that nothing ever waits for them, then the points on a sheet above.

import type { Web } from "../../shared/wire.ts";

/** Places in a picture are ten-thousandths of it. */
const FINE = 10_000;
const MARGIN = 0.09;
/** Lines drawn in one frame: a few milliseconds, however many there are. */
const PER_FRAME = 1500;
const WEAVING_FRAMES = 90;
const NAMES_UP_TO = 150;

export interface Ink {
  groups: readonly string[];
  plain: string;
  held: string;
  presumed: string;
  words: string;
  /** a hundredth of the picture's width, in canvas pixels */
  unit: number;
  family: string;
}

type Place = readonly [number, number];

/** Where the points lie on a sheet of this size, with room at the edges. */
export function places(web: Pick<Web, "x" | "y">, width: number, height: number): Place[] {
  const side = Math.min(width, height) * (1 - 2 * MARGIN);
  const left = (width - side) / 2;
  const top = (height - side) / 2;
  return web.x.map((x, i) => [left + (x / FINE) * side, top + (web.y[i]! / FINE) * side] as const);
}

/** Draws the lines over a second and a half, or all together where somebody wants no motion. Gives back how to stop. */
export function weave(sheet: CanvasRenderingContext2D, web: Web, at: readonly Place[], ink: Ink, still: boolean): () => void {
  const total = web.a.length;
  const slice = Math.min(PER_FRAME, still ? PER_FRAME : Math.max(1, Math.ceil(total / WEAVING_FRAMES)));
  let done = 0;
  let frame = 0;
  const step = () => {
    const end = Math.min(total, done + slice);
    stroke(sheet, web, at, ink, done, end);
    done = end;
    if (done < total) frame = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(frame);
}

function stroke(sheet: CanvasRenderingContext2D, web: Web, at: readonly Place[], ink: Ink, from: number, to: number): void {
  const crowded = Math.min(1, 40 / Math.sqrt(web.a.length + 1));
  for (const held of [0, 1]) {
    sheet.beginPath();
    for (let i = from; i < to; i++) {
      if (web.held[i] !== held) continue;
      sheet.moveTo(...at[web.a[i]!]!);
      sheet.lineTo(...at[web.b[i]!]!);
    }
    sheet.globalAlpha = crowded;
    sheet.lineWidth = ink.unit * (held ? 0.22 : 0.12);
    sheet.strokeStyle = held ? ink.held : ink.presumed;
    sheet.stroke();
  }
}

/** Draws the points, the names of those who want theirs seen, and each group's label at its outer edge. */
export function point(sheet: CanvasRenderingContext2D, web: Web, at: readonly Place[], ink: Ink): void {
  const radius = ink.unit * Math.max(0.16, Math.min(0.9, 8 / Math.sqrt(at.length)));
  at.forEach(([x, y], i) => {
    sheet.beginPath();
    sheet.arc(x, y, radius, 0, 2 * Math.PI);
    sheet.fillStyle = colour(web.group[i]!, ink);
    sheet.fill();
  });
  if (at.length <= NAMES_UP_TO) web.name.forEach((name, i) => name && say(sheet, name, above(at[i]!, radius + ink.unit), 1.7, ink));
  const { width, height } = sheet.canvas;
  for (const [group, edge] of edges(web, at, [width / 2, height / 2], radius + 2.4 * ink.unit)) say(sheet, web.groups[group]!, edge, 2.6, ink);
}

function colour(group: number, ink: Ink): string {
  return group < 0 ? ink.plain : ink.groups[group % ink.groups.length]!;
}

/** The middle of each group that is told apart. */
export function middles(web: Pick<Web, "group">, at: readonly Place[]): Map<number, Place> {
  const sums = new Map<number, [number, number, number]>();
  web.group.forEach((group, i) => {
    if (group < 0) return;
    const sum = sums.get(group) ?? [0, 0, 0];
    sums.set(group, [sum[0] + at[i]![0], sum[1] + at[i]![1], sum[2] + 1]);
  });
  return new Map([...sums].map(([group, [x, y, n]]) => [group, [x / n, y / n] as const]));
}

const above = ([x, y]: Place, far: number): Place => [x, y - far];

/** Where each group's label stands: outside it, seen from the middle of the picture; nowhere when all are of one group. */
export function edges(web: Pick<Web, "group">, at: readonly Place[], [x, y]: Place, gap: number): Map<number, Place> {
  const groups = middles(web, at);
  if (groups.size < 2) return new Map();
  const beyond = ([mx, my]: Place, group: number): Place => {
    const far = Math.hypot(mx - x, my - y) || 1;
    const along = at.map(([px, py], i) => (web.group[i] === group ? ((px - x) * (mx - x) + (py - y) * (my - y)) / far : 0));
    const out = (Math.max(...along) + gap) / far;
    return [x + (mx - x) * out, y + (my - y) * out];
  };
  return new Map([...groups].map(([group, middle]) => [group, beyond(middle, group)] as const));
}

/** Words with the ground's colour around them, so that lines do not run through the letters. */
function say(sheet: CanvasRenderingContext2D, words: string, [x, y]: Place, size: number, ink: Ink): void {
  sheet.font = `500 ${size * ink.unit}px ${ink.family}`;
  sheet.textAlign = "center";
  sheet.textBaseline = "middle";
  sheet.lineJoin = "round";
  sheet.lineWidth = ink.unit * 0.7;
  sheet.strokeStyle = ink.words;
  sheet.fillStyle = ink.held;
  const half = sheet.measureText(words).width / 2 + ink.unit * 0.4;
  const inside = Math.max(half, Math.min(sheet.canvas.width - half, x));
  const high = ink.unit * size;
  const within = Math.max(high, Math.min(sheet.canvas.height - high, y));
  sheet.strokeText(words, inside, within);
  sheet.fillText(words, inside, within);
}
