import { effect, signal } from "@preact/signals";
import { render } from "preact";
import "../shared/look.css";
import "../shared/rings.css";
import "../shared/invite.css";
import "../shared/brief.css";
import "./open.css";
import "./landing.css";
import { readCard } from "../shared/cards.ts";
import { Languages } from "../shared/choice.tsx";
import { translated } from "../shared/library.ts";
import { clearExpired } from "../shared/kept.ts";
import { keepScreens } from "../shared/offline.ts";
import { Rings } from "../shared/rings.tsx";
import { keep, recall } from "../shared/storage.ts";
import { languageOf, speak, type Language } from "../shared/texts/language.ts";
import type { Question } from "../shared/wire.ts";
import { Foot, How } from "./around.tsx";
import { readLink } from "./belonging.ts";
import { Circle } from "./circle.tsx";
import { Join } from "./join.tsx";
import { Opening } from "./opening.tsx";
import { WORDS, type Texts } from "./words.ts";

const card = readCard(location.hash.slice(1));
const brought = readLink(location.hash.slice(1));
const language = signal<Language>(languageOf(card ?? chosenBefore()));
if (card || brought) {
  history.replaceState(null, "", "/");
}
const questions = signal<Question>({ challenge: card?.challenge ?? "", give_and_take: card?.give_and_take ?? "" });
const opening = signal(card !== undefined || brought !== undefined);

function chosenBefore(): { language: Language } | undefined {
  const language = recall("open", "language");
  return language ? { language } : undefined;
}

async function choose(to: Language): Promise<void> {
  const from = language.value;
  keep("open", "language", to);
  await WORDS.bring(to);
  language.value = to;
  questions.value = await translated(questions.value, [from, WORDS.of(from)?.first], [to, WORDS.of(to)?.first]);
}

function Landing() {
  const words = WORDS.of(language.value);
  if (!words) return null;
  const texts = words.open;
  return (
    <>
      <header>
        <a class="name" href="/"><Rings state="still" /> Tingsha</a>
        <Languages label={texts.language} value={language.value} choose={(to) => void choose(to)} />
      </header>
      <main>
        {opening.value ? (
          <Opening language={language.value} first={words.first} questions={questions} texts={texts} words={words.invite} brought={brought} />
        ) : (
          <>
            <Promised texts={texts} />
            <Doors texts={texts} />
            <How questions={words.first} texts={texts} />
          </>
        )}
      </main>
      <Foot language={language.value} texts={texts} />
    </>
  );
}

function Promised({ texts }: { texts: Texts }) {
  return (
    <section class="promise">
      <div>
        <h1>{texts.promise}</h1>
        <p>{texts.breath}</p>
        <p class="fine">{texts.plainly}</p>
      </div>
      <Circle />
    </section>
  );
}

/** Three ways in. Whoever has a code in mind finds its field first. */
function Doors({ texts }: { texts: Texts }) {
  return (
    <div class="doors">
      <Join texts={texts} />
      <section class="card" aria-labelledby="host">
        <h2 id="host">{texts.host}</h2>
        <p class="fine">{texts.hostHint}</p>
        <button type="button" class="main wide" onClick={() => (opening.value = true)}>{texts.host}</button>
      </section>
      <section class="card" aria-labelledby="pocket">
        <h2 id="pocket">{texts.pocket}</h2>
        <p class="fine">{texts.pocketHint}</p>
        <a class="button wide" href="/pocket">{texts.pocketGo}</a>
      </section>
    </div>
  );
}

effect(() => {
  speak(language.value);
});
void WORDS.bring(language.value).then(() => {
  if (!card) questions.value = WORDS.of(language.value)!.first;
  render(<Landing />, document.getElementById("screen")!);
});
clearExpired();
keepScreens("open", "pocket");
