// What this person wrote for the board, kept on this phone alone: the words, how they were shared, and the secret that takes them
// back. The server knows no more than a hash of it.

import { signal } from "@preact/signals";
import { post, send, type Answer } from "../../shared/send.ts";
import { keep, recall } from "../../shared/storage.ts";
import type { Shared } from "../../shared/wire.ts";
import { dropGiven } from "./given.ts";

export type Kind = Shared["kind"];
export type How = "private" | "anonymous" | "named";

export interface Slip {
  secret: string;
  kind: Kind;
  words: string;
  how: How;
  /** what it is called on the board, once it has arrived */
  contribution?: string;
  /** whether it was seen to hang there, and still did when all of the board was last read */
  hangs?: boolean;
}

export const KINDS: readonly Kind[] = ["insight", "need", "offer"];
const MINE = "board.mine";
const AGREED = "board.agreed";
const TICKET = "board.ticket";
const SPREAD_MS = 15_000;

let whose = "";
export const mine = signal<Slip[]>([]);
export const agreed = signal<string[]>([]);
/** What is being written, also when the scene changes meanwhile. */
export const draft = signal<{ kind: Kind; words: string; step: "words" | "who" } | undefined>(undefined);

/** Everything of this gathering; once for each page. */
export function remember(gathering: string): void {
  if (whose === gathering) return;
  whose = gathering;
  mine.value = kept<Slip>(MINE);
  agreed.value = kept<string>(AGREED);
}

function kept<T>(name: string): T[] {
  try {
    return JSON.parse(recall(whose, name) ?? "[]") as T[];
  } catch {
    return [];
  }
}

function write(slips: Slip[]): void {
  mine.value = slips;
  keep(whose, MINE, JSON.stringify(slips));
}

const change = (secret: string, to: Partial<Slip>) => write(mine.peek().map((slip) => (slip.secret === secret ? { ...slip, ...to } : slip)));
const drop = (secret: string) => write(mine.peek().filter((slip) => slip.secret !== secret));

/** What hangs on the board, read up to here or as a `whole`: what hung there and does no more was taken down by the host. */
export function heedBoard(list: readonly Shared[], whole: boolean): void {
  const there = new Set(list.map(({ contribution }) => contribution));
  for (const { secret, contribution, hangs } of mine.peek()) {
    const now = contribution !== undefined && there.has(contribution);
    // An open board is never empty, so nothing at all is what an answer says of one that has just closed.
    if (now ? !hangs : hangs && whole && there.size > 0) change(secret, { hangs: now });
  }
}

// -- the ticket ------------------------------------------------------------------------------------------------------------

let ticket: string | undefined;
let asking: Promise<string | undefined> | undefined;

/** Every phone takes one, at a moment of chance, so that having one tells nothing of its owner. */
export function takeTicketSoon(): void {
  if (!recall(whose, TICKET)) setTimeout(() => void ticketOf(), Math.random() * SPREAD_MS);
}

/** Nothing when there is none to be had: this phone is not the first of its owner, or there is no line. */
export function ticketOf(): Promise<string | undefined> {
  ticket ??= recall(whose, TICKET);
  return ticket ? Promise.resolve(ticket) : (asking ??= takeTicket());
}

async function takeTicket(): Promise<string | undefined> {
  const answer = (await send(whose, { type: "take-ticket", as: "participant" })) as Answer<{ version: number; ticket: string }>;
  asking = undefined;
  if (!answer.ok) return undefined;
  ticket = answer.value.ticket;
  keep(whose, TICKET, ticket);
  return ticket;
}

/** By ticket, to an address to which no cookie goes along. */
const byTicket = <T>(body: object) => post<T>(`/api/boards/${whose}`, body);

// -- sharing, and taking back --------------------------------------------------------------------------------------------

export type Fate = "done" | "no-ticket" | "offline" | { sentence: string };
const onItsWay = new Map<string, Promise<Fate>>();

/** Kept here before it goes anywhere: what might have arrived can always be taken back. */
export function share(slip: Slip): Promise<Fate> {
  write([...mine.peek(), slip]);
  return slip.how === "private" ? Promise.resolve("done") : sendOff(slip);
}

export function sendOff(slip: Slip): Promise<Fate> {
  const going = arrive(slip).finally(() => onItsWay.delete(slip.secret));
  onItsWay.set(slip.secret, going);
  return going;
}

async function arrive({ secret, kind, words, how }: Slip): Promise<Fate> {
  const what = { kind, words, secret };
  const mark = how === "named" ? "" : await ticketOf();
  if (mark === undefined) return "no-ticket";
  const answer = (await (how === "named"
    ? send(whose, { type: "share", as: "participant", ...what })
    : byTicket({ type: "contribute", ticket: mark, ...what }))) as Answer<{ contribution: string }>;
  if (answer.ok) change(secret, { contribution: answer.value.contribution });
  else if (answer.problem.code === "offline") return "offline";
  else drop(secret);
  return answer.ok ? "done" : { sentence: answer.problem.detail };
}

/** Gone here when it is gone there. What is still on its way arrives first, or it would come after being taken back. */
export async function takeBack({ secret, how, contribution }: Slip): Promise<boolean> {
  await onItsWay.get(secret);
  const gone = how === "private" || (await byTicket({ type: "withdraw", secret })).ok;
  if (gone) {
    drop(secret);
    if (contribution) dropGiven(whose, contribution);
  }
  return gone;
}

/** Before somebody is erased: only this phone can find what they shared without a name. */
export async function takeAllBack(gathering: string): Promise<boolean> {
  remember(gathering);
  const gone = await Promise.all(mine.peek().map(takeBack));
  return gone.every(Boolean);
}

/** "Me too", or no longer; it is one of each person. */
export async function agree(contribution: string, on: boolean): Promise<Fate> {
  const mark = await ticketOf();
  if (!mark) return "no-ticket";
  const answer = await byTicket({ type: "me-too", ticket: mark, contribution, on });
  if (!answer.ok) return answer.problem.code === "offline" ? "offline" : { sentence: answer.problem.detail };
  const others = agreed.peek().filter((one) => one !== contribution);
  agreed.value = on ? [...others, contribution] : others;
  keep(whose, AGREED, JSON.stringify(agreed.peek()));
  return "done";
}
