// The cards that others gave for what this phone shared. They stay here, also without a line and when the board is closed.

import { forget, keep, recall } from "../../shared/storage.ts";
import type { Introduction } from "../../shared/wire.ts";

const GIVEN = "board.given";

/** Never the words, which may have been taken back by the time they are read. */
export function keepGiven(gathering: string, contribution: string, told: readonly Introduction[]): void {
  const given = told.filter((one) => one.card).map((one) => ({ ...one, words: "" }));
  keep(gathering, `${GIVEN}.${contribution}`, JSON.stringify(given));
}

export function givenTo(gathering: string, contribution = ""): Introduction[] {
  return read(recall(gathering, `${GIVEN}.${contribution}`));
}

export function dropGiven(gathering: string, contribution: string): void {
  forget(gathering, `${GIVEN}.${contribution}`);
}

function read(kept = "[]"): Introduction[] {
  try {
    return JSON.parse(kept) as Introduction[];
  } catch {
    return [];
  }
}
