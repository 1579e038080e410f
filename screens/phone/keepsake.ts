import { listOf } from "../shared/texts/language.ts";
import type { Envelope } from "../shared/wire.ts";
import type { Gathering } from "./gathering.ts";
import { questionsOf } from "./scene.ts";

/** A plain text file of one's own, made on the phone: the questions, whom one met, one's notes. */
export function download(g: Gathering, met: readonly Envelope[], noteOf: (g: Gathering, envelope: Envelope) => string, name: string): void {
  const { challenge, give_and_take } = questionsOf(g.common, 1);
  const lines = met.map((one) => {
    const names = listOf(g.common.language, one.partners.map((partner) => partner.name));
    const note = noteOf(g, one);
    return note ? `${names}: ${note}` : names;
  });
  const text = [g.common.title, "", challenge, give_and_take, "", ...lines, ""].join("\n");

  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
