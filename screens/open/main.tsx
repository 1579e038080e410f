import { effect, signal } from "@preact/signals";
import { render } from "preact";
import "../shared/look.css";
import "../shared/rings.css";
import "../shared/invite.css";
import "./open.css";
import { readCard } from "../shared/cards.ts";
import { Languages } from "../shared/choice.tsx";
import { translated } from "../shared/library.ts";
import { Rings } from "../shared/rings.tsx";
import { keep, recall } from "../shared/storage.ts";
import { languageOf, type Language } from "../shared/texts/language.ts";
import { FIRST } from "../shared/texts/questions.ts";
import type { Question } from "../shared/wire.ts";
import { Join } from "./join.tsx";
import { Opening } from "./opening.tsx";
import { TEXTS } from "./texts/index.ts";

const language = signal<Language>((recall("open", "language") as Language | undefined) ?? languageOf());
const card = readCard(location.hash.slice(1));
if (card) {
  language.value = card.language;
  history.replaceState(null, "", "/");
}
const questions = signal<Question>(card ? { challenge: card.challenge, give_and_take: card.give_and_take } : FIRST[language.value]);
const opening = signal(card !== undefined);

async function speak(to: Language): Promise<void> {
  const from = language.value;
  language.value = to;
  keep("open", "language", to);
  questions.value = await translated(questions.value, from, to);
}

function Landing() {
  const texts = TEXTS[language.value];
  return (
    <>
      <header>
        <p class="name"><Rings state="still" /> Tingsha</p>
        <Languages label={texts.language} value={language.value} choose={(to) => void speak(to)} />
      </header>
      <main>
        <section class="promise">
          <div>
            <h1>{texts.promise}</h1>
            <p>{texts.breath}</p>
          </div>
          <Rings state="breathing" />
        </section>
        {opening.value ? (
          <Opening language={language.value} questions={questions} texts={texts} />
        ) : (
          <div class="doors">
            <Join texts={texts} />
            <section class="card" aria-labelledby="host">
              <h2 id="host">{texts.host}</h2>
              <p class="fine">{texts.hostHint}</p>
              <button type="button" class="wide" onClick={() => (opening.value = true)}>{texts.host}</button>
            </section>
            <section class="card" aria-labelledby="pocket">
              <h2 id="pocket">{texts.pocket}</h2>
              <p class="fine">{texts.pocketHint}</p>
              <a class="button wide" href="/pocket">{texts.pocketGo}</a>
            </section>
          </div>
        )}
      </main>
      <footer class="fine">
        <h2>{texts.about}</h2>
        <p>{texts.credit}</p>
      </footer>
    </>
  );
}

effect(() => {
  document.documentElement.lang = language.value;
});
render(<Landing />, document.getElementById("screen")!);
