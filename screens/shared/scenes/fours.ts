import type { Playing } from "./scene.ts";
import type { Texts } from "./words.ts";

/** Phones that point the way say which pair joins; whoever has none, or chose for themselves, turns to those beside them. */
export function foursIn({ milling, counts }: Pick<Playing, "milling" | "counts">, texts: Texts): string {
  return milling === "guided" && counts.here > 0 ? texts.foursGuided : texts.fours;
}
