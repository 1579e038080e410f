import { useSignal } from "@preact/signals";
import { cardLink, type Card } from "../shared/cards.ts";
import { Copy } from "./copy.tsx";
import type { Hosting } from "./gathering.ts";

/** The questions sent ahead, for whoever likes to think first; and the invitation as a card for a colleague. */
export function Passing({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  const when = useSignal("");
  const { challenge, give_and_take, openers } = common.invitation;
  if (openers) return null;
  const card: Card = { language: common.language, title: common.title, challenge, give_and_take };
  const ahead = { ...card, ahead: true, note: when.value };
  return (
    <section class="card passing" aria-labelledby="passing">
      <h2 id="passing">{texts.passing.title}</h2>
      <p class="fine">{texts.passing.about}</p>
      <label>
        <span class="label">{texts.passing.when}</span>
        <input value={when.value} maxLength={120} autoComplete="off" placeholder={texts.passing.whenExample} onInput={(event) => (when.value = event.currentTarget.value)} />
      </label>
      <p class="takeaway">
        <a class="button" href={cardLink(ahead)} target="_blank" rel="noopener noreferrer">{texts.passing.look}</a>
        <Copy what={reachable(common.join, cardLink(ahead))} texts={texts} />
      </p>
      <p class="takeaway">
        <a class="button" href={cardLink(card)} target="_blank" rel="noopener noreferrer">{texts.passing.card}</a>
        <Copy what={reachable(common.join, cardLink(card))} texts={texts} />
      </p>
    </section>
  );
}

/** On the address by which phones reach this server. */
function reachable(join: string, path: string): string {
  return new URL(path, new URL(join, location.href).origin).href;
}
