// What a host does with suggested patterns: name, join, split. All of it on this page alone, and all of it can be taken back.

import type { Shared, Suggested } from "../shared/wire.ts";

export interface Group {
  /** one of its first members: what it is known by, whoever is taken out */
  key: string;
  words: string;
  members: Shared[];
}

const LEAST = 2;

export const groupsOf = (patterns: Suggested[]): Group[] =>
  patterns.map(({ words, contributions }) => ({ key: contributions[0]?.contribution ?? words, words, members: contributions }));

export const named = (groups: Group[], at: number, words: string): Group[] => groups.map((group, i) => (i === at ? { ...group, words } : group));

/** What was found anew, under the host's own names where more than half of a group had one before. */
export const calledAsBefore = (found: Group[], before: Group[]): Group[] =>
  found.map((group) => {
    const known = before.find(({ members, words }) => {
      const names = new Set(members.map((one) => one.contribution));
      const same = group.members.filter((one) => names.has(one.contribution)).length;
      return 2 * same > group.members.length && members.every((one) => one.words !== words);
    });
    return known ? { ...group, words: known.words } : group;
  });

/** Two are one, under the words of the larger. */
export function joined(groups: Group[], one: number, other: number): Group[] {
  const [first, second] = [groups[one], groups[other]];
  if (!first || !second || one === other) return groups;
  const words = first.members.length < second.members.length ? second.words : first.words;
  const both = { key: first.key, words, members: [...first.members, ...second.members] };
  return groups.flatMap((group, i) => (i === Math.min(one, other) ? [both] : i === Math.max(one, other) ? [] : [group]));
}

/** Without one of them; a group of one is none. */
export const without = (groups: Group[], at: number, contribution: string): Group[] =>
  groups
    .map((group, i) => (i === at ? { ...group, members: group.members.filter((one) => one.contribution !== contribution) } : group))
    .filter(({ members }) => members.length >= LEAST);

/** What a device keeps of a group: which contributions, and the host's own name for them. Words from the board it does not
 * keep, for whoever wrote them may take them back. */
export type Kept = { of: string[]; words: string } | { of: string[]; saidBy: string };

export const kept = (groups: Group[]): Kept[] =>
  groups.map(({ words, members }) => {
    const of = members.map((one) => one.contribution);
    const saidBy = members.find((one) => one.words === words)?.contribution;
    return saidBy === undefined ? { of, words } : { of, saidBy };
  });

/** The groups once more, of what hangs on the board now. */
export function foundAgain(kept: Kept[], shown: Shared[]): Group[] {
  const known = new Map(shown.map((one) => [one.contribution, one]));
  return kept
    .map((each) => {
      const members = each.of.flatMap((name) => known.get(name) ?? []);
      const words = "words" in each ? each.words : known.get(each.saidBy)?.words;
      return { key: each.of[0] ?? "", words: words ?? members[0]?.words ?? "", members };
    })
    .filter(({ members }) => members.length >= LEAST);
}

/** Only what still hangs on the board, and words of what does not are gone too. */
export function stillThere(groups: Group[], shown: ReadonlySet<string>): Group[] {
  return groups
    .map(({ key, words, members }) => {
      const left = members.filter(({ contribution }) => shown.has(contribution));
      const gone = members.some((one) => one.words === words && !left.includes(one));
      return { key, words: gone ? (left[0]?.words ?? "") : words, members: left };
    })
    .filter(({ members }) => members.length >= LEAST);
}
