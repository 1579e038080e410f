// Which contributions stand on the stage together: as many as the back row can still read.

interface Worded {
  words: string;
}

const MOST = 4;
const LETTERS = 240;
/** A contribution takes room besides its words: what kind it is, and the space around it. */
const AROUND = 30;

/** In the order in which they come; a long one has the stage to itself. */
export function leaves<T extends Worded>(list: readonly T[]): T[][] {
  const found: T[][] = [];
  let left = 0;
  for (const one of list) {
    const takes = one.words.length + AROUND;
    const leaf = found.at(-1);
    if (!leaf || leaf.length === MOST || takes > left) {
      found.push([one]);
      left = LETTERS - takes;
    } else {
      leaf.push(one);
      left -= takes;
    }
  }
  return found;
}
