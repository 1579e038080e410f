// Draws who met whom: points on the upper sheet, then lines below them, a few at a time so that nothing ever waits for them.

import type { Web } from "../../shared/wire.ts";

/** Places in a picture are ten-thousandths of it. */
const FINE = 10_000;
const MARGIN = 0.09;
/** So many points or lines are drawn before the clock is looked at again … */
const PORTION = 50;
/** … and when so much of a frame is used, the rest waits for the next. */
const BUDGET_MS = 2;
/** Held or presumed, of this gathering or an earlier one; new ones on top. */
const KINDS = [[0, 0], [1, 0], [0, 1], [1, 1]] as const;
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

export type Sheet = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Place = readonly [number, number];

/** Where the points lie on a sheet of this size, with room at the edges. */
export function places(web: Pick<Web, "x" | "y">, width: number, height: number): Place[] {
  const side = Math.min(width, height) * (1 - 2 * MARGIN);
  const left = (width - side) / 2;
  const top = (height - side) / 2;
  return web.x.map((x, i) => [left + (x / FINE) * side, top + (web.y[i]! / FINE) * side] as const);
}

/** A sheet for the lines, and one above it for points and words. */
export interface Sheets {
  lines: Sheet;
  points: Sheet;
}

/**
 * Draws points and words, then the lines over a second and a half, or as quickly as frames allow where somebody wants no
 * motion. However many there are, no frame is kept from anything else for long. Gives back how to stop.
 */
export function weave(sheets: Sheets, web: Web, at: readonly Place[], ink: Ink, still: boolean): () => void {
  const most = still ? Infinity : Math.max(1, Math.ceil(web.a.length / WEAVING_FRAMES));
  const work = drawing(sheets, web, at, ink, Math.min(PORTION, most));
  let frame = 0;
  const step = () => {
    const until = performance.now() + BUDGET_MS;
    for (let lines = 0; lines < most && performance.now() < until; ) {
      const { done, value } = work.next();
      if (done) return;
      lines += value;
    }
    frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

/** The whole picture in small portions; each tells how many lines it drew. */
function* drawing({ lines, points }: Sheets, web: Web, at: readonly Place[], ink: Ink, portion: number): Generator<number> {
  const radius = ink.unit * Math.max(0.16, Math.min(0.9, 8 / Math.sqrt(at.length)));
  for (let i = 0; i < at.length; i += PORTION) {
    point(points, web, at, ink, radius, i, Math.min(at.length, i + PORTION));
    yield 0;
  }
  const { width, height } = points.canvas;
  const labels = edges(web, at, [width / 2, height / 2], radius + 2.4 * ink.unit);
  const few = at.length <= NAMES_UP_TO;
  const dots = few ? at.map(([x, y]) => ({ x, y, half: radius, high: radius / 0.6 })) : [];
  const said: Said[] = [];
  for (const [group, place] of labels) {
    const lean = (place[0] - width / 2) / Math.hypot(place[0] - width / 2, place[1] - height / 2);
    const tries = [0, -1, 1, -2, 2].map((far) => placed(points, web.groups[group]!, beside(place, 2 * far * ink.unit), 2.6, ink, lean));
    said.push(say(points, free(tries, said, dots), ink));
    yield 0;
  }
  for (const [i, name] of few ? web.name.entries() : []) {
    if (!name) continue;
    const tries = [-1, 1].map((side) => placed(points, name, beside(at[i]!, side * (radius + 1.1 * ink.unit)), 1.7, ink));
    said.push(say(points, free(tries, said, dots), ink));
  }
  yield 0;
  for (let i = 0; i < web.a.length; i += portion) {
    const end = Math.min(web.a.length, i + portion);
    stroke(lines, web, at, ink, i, end);
    yield end - i;
  }
}

/** Sure and presumed conversations are told apart by their width; those of earlier gatherings stand back. */
function stroke(sheet: Sheet, web: Web, at: readonly Place[], ink: Ink, from: number, to: number): void {
  const crowded = Math.min(1, 40 / Math.sqrt(web.a.length + 1));
  for (const [held, fresh] of KINDS) {
    sheet.beginPath();
    for (let i = from; i < to; i++) {
      if (web.held[i] !== held || web.new[i] !== fresh) continue;
      sheet.moveTo(...at[web.a[i]!]!);
      sheet.lineTo(...at[web.b[i]!]!);
    }
    sheet.globalAlpha = crowded * (fresh ? 1 : 0.45);
    sheet.lineWidth = ink.unit * (held ? 0.22 : 0.12);
    sheet.strokeStyle = held ? ink.held : ink.presumed;
    sheet.stroke();
  }
}

function point(sheet: Sheet, web: Web, at: readonly Place[], ink: Ink, radius: number, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    sheet.beginPath();
    sheet.arc(...at[i]!, radius, 0, 2 * Math.PI);
    sheet.fillStyle = colour(web.group[i]!, ink);
    sheet.fill();
  }
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

const beside = ([x, y]: Place, far: number): Place => [x, y + far];

/** Where each group's label stands: outside it, seen from the middle of the picture; nowhere when all are of one group. */
export function edges(web: Pick<Web, "group">, at: readonly Place[], [x, y]: Place, gap: number): Map<number, Place> {
  const groups = middles(web, at);
  if (groups.size < 2) return new Map();
  const far = new Map([...groups].map(([group, [mx, my]]) => [group, Math.hypot(mx - x, my - y) || 1] as const));
  const most = new Map<number, number>();
  web.group.forEach((group, i) => {
    const middle = groups.get(group);
    if (!middle) return;
    const along = ((at[i]![0] - x) * (middle[0] - x) + (at[i]![1] - y) * (middle[1] - y)) / far.get(group)!;
    most.set(group, Math.max(along, most.get(group) ?? 0));
  });
  return new Map(
    [...groups].map(([group, [mx, my]]) => {
      const out = (most.get(group)! + gap) / far.get(group)!;
      return [group, [x + (mx - x) * out, y + (my - y) * out] as const] as const;
    }),
  );
}

/** A middle, half a width, and the size of type. */
interface Area {
  x: number;
  y: number;
  half: number;
  high: number;
}

interface Said extends Area {
  words: string;
}

/** Words around a place, or as near as the sheet's edge lets them. `lean`: -1 for before the place, 1 for behind it. */
function placed(sheet: Sheet, words: string, [x, y]: Place, size: number, ink: Ink, lean = 0): Said {
  const high = size * ink.unit;
  sheet.font = `500 ${high}px ${ink.family}`;
  const half = sheet.measureText(words).width / 2 + ink.unit * 0.4;
  const inside = (at: number, room: number, side: number) => Math.max(room, Math.min(side - room, at));
  return { words, x: inside(x + lean * half, half, sheet.canvas.width), y: inside(y, high, sheet.canvas.height), half, high };
}

/** The first of these that runs into no words and no points; at least not into words, if it can be helped. */
function free(tries: Said[], said: readonly Said[], dots: readonly Area[]): Said {
  const clear = (areas: readonly Area[]) => tries.find((each) => areas.every((area) => apart(each, area)));
  return clear([...said, ...dots]) ?? clear(said) ?? tries[0]!;
}

export function apart(one: Area, other: Area): boolean {
  return Math.abs(one.x - other.x) > one.half + other.half || Math.abs(one.y - other.y) > 0.6 * (one.high + other.high);
}

/** With the ground's colour around them, so that lines do not run through the letters. */
function say(sheet: Sheet, said: Said, ink: Ink): Said {
  sheet.font = `500 ${said.high}px ${ink.family}`;
  sheet.textAlign = "center";
  sheet.textBaseline = "middle";
  sheet.lineJoin = "round";
  sheet.lineWidth = ink.unit * 0.7;
  sheet.strokeStyle = ink.words;
  sheet.fillStyle = ink.held;
  sheet.strokeText(said.words, said.x, said.y);
  sheet.fillText(said.words, said.x, said.y);
  return said;
}
