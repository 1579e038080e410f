// The cards that others gave for what this phone shared. They stay here, also without a line and when the board is closed.

import { forget, keep, names, recall } from "../../shared/storage.ts";
import type { ContactCard, Introduction } from "../../shared/wire.ts";

const GIVEN = "board.given";

/** Never the words, which may have been taken back by the time they are read. */
export function keepGiven(gathering: string, contribution: string, told: readonly Introduction[]): void {
  const given = told.filter((one) => one.card).map((one) => ({ ...one, words: "" }));
  keep(gathering, `${GIVEN}.${contribution}`, JSON.stringify(given));
}

export function givenTo(gathering: string, contribution = ""): Introduction[] {
  return read(recall(gathering, `${GIVEN}.${contribution}`));
}

/** All of them, whatever they were given for. */
export function allGiven(gathering: string): ContactCard[] {
  const kept = names().filter(([of, name]) => of === gathering && name.startsWith(`${GIVEN}.`));
  return kept.flatMap(([, , value]) => read(value).flatMap(({ card }) => card ?? []));
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
