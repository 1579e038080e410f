// A QR code, drawn on the phone itself: no server is asked, not even when a thousand people look for each other at once.
// As ISO/IEC 18004 has it, but only what a short link needs: bytes, the lowest correction, one block, always mask 0.

const DATA = [19, 34, 55, 80, 108];
const CORRECTION = [7, 10, 15, 20, 26];
const FORMAT = 0b111011111000100;
/** the mode and the length take a byte and a half */
const HEAD = 2;

/** The dark modules, row by row; nothing when the text is too long (106 bytes). */
export function codeOf(text: string): boolean[][] | undefined {
  const bytes = new TextEncoder().encode(text);
  const version = DATA.findIndex((room) => bytes.length <= room - HEAD);
  if (version < 0) return undefined;
  const size = 21 + 4 * version;
  const fixed = patterns(size);
  const words = dataWords(bytes, DATA[version]!);
  return fill(fixed, [...words, ...correction(words, CORRECTION[version]!)]);
}

/** The dark modules as the path of an SVG. */
export function pathOf(code: readonly boolean[][]): string {
  return code.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join("");
}

function dataWords(bytes: Uint8Array, room: number): number[] {
  const half = [0x4, bytes.length >> 4, bytes.length & 15, ...Array.from(bytes).flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const words = Array.from({ length: half.length / 2 }, (_, i) => half[2 * i]! * 16 + half[2 * i + 1]!);
  for (let i = 0; words.length < room; i++) words.push(i % 2 ? 0x11 : 0xec);
  return words;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return product;
}

/** Reed and Solomon's remainder. */
function correction(words: readonly number[], degree: number): number[] {
  let divisor = [...Array<number>(degree - 1).fill(0), 1];
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    divisor = divisor.map((each, at) => times(each, root) ^ (divisor[at + 1] ?? 0));
  }
  let rest = Array<number>(degree).fill(0);
  for (const word of words) {
    const factor = word ^ rest[0]!;
    rest = divisor.map((each, at) => (rest[at + 1] ?? 0) ^ times(each, factor));
  }
  return rest;
}

type Fixed = (boolean | undefined)[][];

/** What stands in every code of this size: finders, timing, alignment, format. */
function patterns(size: number): Fixed {
  const fixed: Fixed = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  const set = (x: number, y: number, dark: boolean) => fixed[y]?.[x] === undefined && fixed[y] && x >= 0 && x < size && (fixed[y][x] = dark);
  const square = (cx: number, cy: number, reach: number, light: readonly number[]) => {
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) set(cx + x, cy + y, !light.includes(Math.max(Math.abs(x), Math.abs(y))));
    }
  };
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) square(x, y, 4, [2, 4]);
  if (size > 21) square(size - 7, size - 7, 2, [1]);
  for (let i = 8; i < size - 8; i++) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  set(8, size - 8, true);
  for (let i = 0; i < 15; i++) {
    const dark = ((FORMAT >> i) & 1) === 1;
    set(i < 8 ? 8 : i === 8 ? 7 : 14 - i, i < 6 ? i : i < 8 ? i + 1 : 8, dark);
    set(i < 8 ? size - 1 - i : 8, i < 8 ? 8 : size - 15 + i, dark);
  }
  return fixed;
}

/** Bits in their zigzag from the lower right, two columns at a time, masked. */
function fill(fixed: Fixed, words: readonly number[]): boolean[][] {
  const size = fixed.length;
  const code = fixed.map((row) => row.map((dark) => dark === true));
  let at = 0;
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y]![x] !== undefined) continue;
        const bit = ((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
        code[y]![x] = (bit === 1) !== ((x + y) % 2 === 0);
        at++;
      }
    }
  }
  return code;
}
