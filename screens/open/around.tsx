import type { Language } from "../shared/texts/language.ts";
import type { Question } from "../shared/wire.ts";
import type { Texts } from "./words.ts";

/** How it goes, in three steps, for whoever has never seen it. */
export function How({ questions, texts }: { questions: Question; texts: Texts }) {
  const { steps } = texts;
  return (
    <section class="how" aria-labelledby="how">
      <h2 id="how">{texts.how}</h2>
      <ol>
        <li>
          <h3>{steps.questions[0]}</h3>
          <p class="asked"><q>{questions.challenge}</q> <q>{questions.give_and_take}</q></p>
        </li>
        {[steps.others, steps.back].map(([name, said]) => (
          <li key={name}>
            <h3>{name}</h3>
            <p>{said}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where to read on, and whose idea it is. */
export function Foot({ language, texts }: { language: Language; texts: Texts }) {
  const docs = (page: string) => `/docs/${page}.${language}`;
  return (
    <footer class="fine">
      <nav aria-label={texts.reading}>
        <a href={docs("howto/hosting")}>{texts.guide}</a>
        <a href={docs("howto/taking-part")}>{texts.help}</a>
        <a href={docs("about")}>{texts.about}</a>
        <a href={`${docs("about")}#privacy`}>{texts.privacy}</a>
        <a href="/docs/licence">{texts.licence}</a>
      </nav>
      <p>{texts.credit}</p>
    </footer>
  );
}
