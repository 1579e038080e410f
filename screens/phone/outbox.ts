// What somebody tapped while the line is away waits here, and is sent as soon as it can be. What has lost its meaning meanwhile is
// said to be lost: nothing disappears without a word.

import { signal } from "@preact/signals";
import { send, type Answer, type Command } from "../shared/send.ts";

/** `words`: what the server has to say about something that it could not keep. */
export type Fate = { is: "none" | "waiting" | "lost" } | { is: "refused"; words: string };

const NONE: Fate = { is: "none" };

/** How it goes with what was tapped last, as far as that needs words. */
export const fate = signal<Fate>(NONE);

const SOON_MS = 1500;
const TOLD_MS = 15_000;
const LASTING_MS = 15 * 60_000;
/** A wish about oneself: it stays meant, however long it takes. All else belongs to the moment in which it was tapped. */
const LASTING = new Set(["leave", "leave-pair", "step-out", "come-back", "block", "erase-me", "re-entry", "offer-contact", "take-back-contact", "want-buddy"]);

let waiting = 0;

/** Sends a command of this participant, for as long as it is meant: `moment` names the scene that is on. */
export async function deliver(gathering: string, command: Command, moment: () => string): Promise<Answer> {
  const tapped = moment();
  const meant = () => LASTING.has(command.type) || moment() === tapped;
  const slow = setTimeout(() => (fate.value = { is: "waiting" }), SOON_MS);
  waiting++;
  const answer = await send(gathering, { as: "participant", ...command }, LASTING_MS, meant);
  waiting--;
  clearTimeout(slow);
  tell(answer);
  return answer;
}

function tell(answer: Answer): void {
  if (!answer.ok && answer.problem.code === "not-saved") return show({ is: "refused", words: answer.problem.detail });
  if (!answer.ok && answer.problem.code === "offline") return show({ is: "lost" });
  if (waiting === 0) fate.value = NONE;
}

function show(told: Fate): void {
  fate.value = told;
  setTimeout(() => fate.value === told && (fate.value = NONE), TOLD_MS);
}
