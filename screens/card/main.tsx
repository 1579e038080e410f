import { effect, signal } from "@preact/signals";
import { render } from "preact";
import "../shared/look.css";
import "../shared/rings.css";
import "./card.css";
import { cardLink, readCard, type Card } from "../shared/cards.ts";
import { written } from "../shared/clipboard.ts";
import { Code } from "../shared/qr.tsx";
import { Rings } from "../shared/rings.tsx";
import { languageOf, speak } from "../shared/texts/language.ts";
import { judge, verdictOf, type Verdict } from "../shared/verdicts.ts";
import { WORDS, type Texts } from "./words.ts";

const card = signal(readCard(location.hash.slice(1)));
const copied = signal(false);
const verdict = signal<Verdict | undefined>(card.value && verdictOf(card.value));

addEventListener("hashchange", () => (card.value = readCard(location.hash.slice(1))));

async function copy(): Promise<void> {
  copied.value = await written(location.href);
  setTimeout(() => (copied.value = false), 3000);
}

function Page() {
  const held = card.value;
  const texts = WORDS.of(languageOf(held));
  if (!texts) return <main><Rings state="breathing" /></main>;
  if (!held) {
    return (
      <main>
        <h1>{texts.none}</h1>
        <p>{texts.noneHint}</p>
        <p><a class="button" href="/">{texts.home}</a></p>
      </main>
    );
  }
  return (
    <main>
      <article class="card">
        <Rings state="still" />
        <p class="kicker">{held.ahead ? texts.ahead : texts.about}</p>
        {held.title && <h1><bdi>{held.title}</bdi></h1>}
        <p class="question"><bdi>{held.challenge}</bdi></p>
        <p class="question"><bdi>{held.give_and_take}</bdi></p>
        {held.note && <p class="note"><bdi>{held.note}</bdi></p>}
        {held.ahead && <p class="fine">{texts.aheadHint}</p>}
        <Code path={cardLink(held)} label={texts.code} />
      </article>
      <nav class="acts">
        {!held.ahead && <a class="button main" href={`/#${cardLink(held).split("#")[1]}`}>{texts.open}</a>}
        <button type="button" onClick={() => void copy()}><span role="status">{copied.value ? texts.copied : texts.copy}</span></button>
        <button type="button" onClick={() => print()}>{texts.print}</button>
      </nav>
      {!held.ahead && <How held={held} texts={texts} />}
      <p class="fine"><a href="/">{texts.home}</a></p>
    </main>
  );
}

/** The host's own verdict. Pressing again takes it back. */
function How({ held, texts }: { held: Card; texts: Texts }) {
  const press = (to: Verdict) => {
    verdict.value = verdict.value === to ? undefined : to;
    judge(held, verdict.value);
  };
  return (
    <fieldset class="how">
      <legend>{texts.how}</legend>
      {(["landed", "flat"] as const).map((one) => (
        <button key={one} type="button" aria-pressed={verdict.value === one} onClick={() => press(one)}>{texts[one]}</button>
      ))}
      <p class="fine">{texts.howHint}</p>
    </fieldset>
  );
}

effect(() => {
  speak(languageOf(card.value));
  document.title = card.value?.title || "Tingsha";
});
render(<Page />, document.getElementById("screen")!);
