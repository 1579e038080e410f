// Sends what a person did. A command keeps its id through every retry, so a lost answer never does a thing twice.

import type { Problem } from "./wire.ts";
import { backOff, rest } from "./patience.ts";

export type Answer<T = { version: number }> = { ok: true; value: T } | { ok: false; problem: Problem };

export interface Command {
  type: string;
  as?: "host" | "participant";
  base?: number;
  [field: string]: unknown;
}

const PATIENCE_MS = 20_000;
/** No answer came in time. */
export const OFFLINE: Problem = { code: "offline", title: "", detail: "" };

/** 128 random bits as hex. `crypto.randomUUID` is missing on plain HTTP. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** One command of this gathering; `problem.code` is `offline` when no answer came in time (ms), or it is no longer `meant`. */
export function send(gathering: string, command: Command, patience = PATIENCE_MS, meant?: () => boolean): Promise<Answer> {
  return post(`/api/gatherings/${gathering}/commands`, { id: newId(), ...command }, patience, meant);
}

/** Posts until there is an answer, patience (ms) has run out or it is no longer meant. The body must carry its own `id`. */
export async function post<T>(path: string, body: object, patience = PATIENCE_MS, meant = () => true): Promise<Answer<T>> {
  const until = performance.now() + patience;
  for (let attempt = 0; ; attempt++) {
    const answer = await once<T>(path, body);
    if (answer) return answer;
    const wait = backOff(attempt, Math.random());
    if (performance.now() + wait > until || !meant()) return { ok: false, problem: OFFLINE };
    await rest(wait);
    if (!meant()) return { ok: false, problem: OFFLINE };
  }
}

/** Nothing when it should be tried again: no answer, a server that is starting, or one that asks for calm. */
async function once<T>(path: string, body: object): Promise<Answer<T> | undefined> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 429) return undefined;
    const problem = response.ok ? undefined : await problemOf(response);
    // A full disk stays full for a while: that is said at once.
    if (problem && response.status >= 500 && problem.code !== "not-saved") return undefined;
    if (problem) return { ok: false, problem };
    const text = await response.text();
    return { ok: true, value: (text ? JSON.parse(text) : {}) as T };
  } catch {
    return undefined;
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = { code: `http-${response.status}`, title: "", detail: "" };
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}

const waiting = new Map<string, Command>();
let emptying = false;

/** For what nobody waits on (`seen`): only the newest of each type is kept, and it is sent when it can be. */
export function sendQuietly(gathering: string, command: Command): void {
  waiting.set(`${gathering} ${command.type}`, command);
  if (!emptying) void empty();
}

async function empty(): Promise<void> {
  emptying = true;
  for (const [key, command] of waiting) {
    await post(`/api/gatherings/${key.split(" ")[0]}/commands`, { id: newId(), ...command }, Infinity);
    if (waiting.get(key) === command) waiting.delete(key);
  }
  emptying = false;
  if (waiting.size > 0) void empty();
}

/** A document by GET, or what `body` takes of it; a problem with code `offline` when the server cannot be reached. */
export async function read<T>(path: string, body = (response: Response): Promise<unknown> => response.json()): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(10_000) });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, value: (await body(response)) as T };
  } catch {
    return { ok: false, problem: OFFLINE };
  }
}
