import type { Figures } from "./loom.ts";

/** Which share of the conversations was between groups, in whole percents. Where fewer than two groups are told apart it
 * cannot be told: the picture knows no other group, and would say that nobody left their own. */
export function acrossGroups({ mixed, sortable, bridgeable }: Pick<Figures, "mixed" | "sortable" | "bridgeable">): number | undefined {
  const twoGroups = bridgeable > 0;
  return twoGroups && sortable > 0 ? Math.round((100 * mixed) / sortable) / 100 : undefined;
}
