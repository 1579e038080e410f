// A QR code, drawn on the phone itself: no server is asked, not even when a thousand people look for each other at once.
// As ISO/IEC 18004 has it, but only what a link or an address card needs: bytes, the lowest correction, always mask 0.

/** By version: how many words correct a block, and how many blocks there are. Larger codes are hard to read off a phone. */
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];
const FORMAT = 0b111011111000100;

interface Size {
  version: number;
  /** modules along a side */
  side: number;
  /** bytes of data, and bytes that correct one of the blocks */
  room: number;
  correction: number;
  blocks: number;
}

/** The dark modules, row by row; nothing when the text is too long (858 bytes). */
export function codeOf(text: string): boolean[][] | undefined {
  const bytes = new TextEncoder().encode(text);
  const size = sizes().find(({ room, version }) => bytes.length <= room - headOf(version) / 2);
  return size && fill(patterns(size), interleaved(dataWords(bytes, size), size));
}

function sizes(): Size[] {
  return CORRECTION.map((correction, i) => {
    const version = i + 1;
    const blocks = BLOCKS[i]!;
    return { version, side: 17 + 4 * version, room: wordsIn(version) - blocks * correction, correction, blocks };
  });
}

/** All words of a version, from the modules that nothing else stands on. */
function wordsIn(version: number): number {
  const side = 17 + 4 * version;
  const along = alignments(version).length;
  const aligned = along ? 25 * (along * along - 3) - 10 * (along - 2) : 0;
  return (side * side - 3 * 64 - 31 - 2 * (side - 16) - aligned - (version < 7 ? 0 : 36)) >> 3;
}

/** Where the middles of the alignment patterns lie, along either side. */
function alignments(version: number): number[] {
  if (version < 2) return [];
  const along = Math.floor(version / 7) + 2;
  const step = 2 * Math.ceil((4 * version + 4) / (2 * along - 2));
  return [6, ...Array.from({ length: along - 1 }, (_, i) => 4 * version + 10 - step * (along - 2 - i))];
}

/** Half bytes that say that bytes follow, and how many. */
function headOf(version: number): number {
  return version < 10 ? 3 : 5;
}

/** The dark modules as the path of an SVG. */
export function pathOf(code: readonly boolean[][]): string {
  return code.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join("");
}

function dataWords(bytes: Uint8Array, { room, version }: Size): number[] {
  const length = Array.from({ length: headOf(version) - 1 }, (_, i) => (bytes.length >> (4 * (headOf(version) - 2 - i))) & 15);
  const half = [0x4, ...length, ...Array.from(bytes).flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const words = Array.from({ length: half.length / 2 }, (_, i) => half[2 * i]! * 16 + half[2 * i + 1]!);
  for (let i = 0; words.length < room; i++) words.push(i % 2 ? 0x11 : 0xec);
  return words;
}

/** In blocks, the last of which may be a word longer; the first words of all blocks come first, then the second ones. */
function interleaved(words: readonly number[], { blocks, correction: degree }: Size): number[] {
  const short = Math.floor(words.length / blocks);
  const shorter = blocks - (words.length % blocks);
  const start = (block: number) => block * short + Math.max(0, block - shorter);
  const data = Array.from({ length: blocks }, (_, i) => words.slice(start(i), start(i + 1)));
  return [...columns(data), ...columns(data.map((block) => correction(block, degree)))];
}

function columns(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => blocks.flatMap((block) => block[i] ?? [])).flat();
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

/** What stands in every code of this size: finders, timing, alignment, format, from version 7 on the version. */
function patterns({ version, side: size }: Size): Fixed {
  const fixed: Fixed = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  const set = (x: number, y: number, dark: boolean) => fixed[y]?.[x] === undefined && fixed[y] && x >= 0 && x < size && (fixed[y][x] = dark);
  const square = (cx: number, cy: number, reach: number, light: readonly number[]) => {
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) set(cx + x, cy + y, !light.includes(Math.max(Math.abs(x), Math.abs(y))));
    }
  };
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) square(x, y, 4, [2, 4]);
  for (const y of alignments(version)) {
    for (const x of alignments(version)) if (fixed[y]![x] === undefined) square(x, y, 2, [1]);
  }
  for (let i = 8; i < size - 8; i++) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  if (version > 6) {
    for (let i = 0, bits = versionBits(version); i < 18; i++) {
      const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)];
      set(far, near, ((bits >> i) & 1) === 1);
      set(near, far, ((bits >> i) & 1) === 1);
    }
  }
  set(8, size - 8, true);
  for (let i = 0; i < 15; i++) {
    const dark = ((FORMAT >> i) & 1) === 1;
    set(i < 8 ? 8 : i === 8 ? 7 : 14 - i, i < 6 ? i : i < 8 ? i + 1 : 8, dark);
    set(i < 8 ? size - 1 - i : 8, i < 8 ? 8 : size - 15 + i, dark);
  }
  return fixed;
}

/** The version with twelve bits that guard it. */
function versionBits(version: number): number {
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  return (version << 12) | rest;
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
