import { serverNow } from "../../shared/clock.ts";
import { LANGUAGES, dayOf, listOf, localeOf } from "../../shared/texts/language.ts";
import { filled } from "../../shared/texts/said.ts";
import type { ContactCard } from "../../shared/wire.ts";
import { noteOf, roundName, talks } from "../conversations.ts";
import type { Gathering } from "../gathering.ts";
import { questionsOf } from "../scene.ts";
import type { AfterwardsWords } from "../words.ts";
import { coloursOf } from "./colours.ts";
import { hand } from "./file.ts";
import { allGiven } from "./given.ts";
import { Heading } from "./heading.tsx";
import { fileOf, type Section } from "./keepsake.ts";
import { contactWith, peopleMet } from "./met.ts";
import { myPlan } from "./plan.ts";

interface Props {
  g: Gathering;
  words: AfterwardsWords;
}

/** Everything of one's own in one file, made here. */
export function Keepsake({ g, words }: Props) {
  const sections = sectionsOf(g, words).filter(({ lines }) => lines.length > 0);
  return (
    <>
      <Heading>{g.texts.keepsake}</Heading>
      <p>{words.keepsakeText}</p>
      <ul class="inside">
        <li>{words.questions}</li>
        {sections.map(({ heading }) => (
          <li key={heading}>{heading}</li>
        ))}
      </ul>
      <button class="main wide" onClick={() => hand(words.keepsakeName, "text/html", keepsakeOf(g, words))}>
        {words.keepsakeSave}
      </button>
    </>
  );
}

function keepsakeOf(g: Gathering, words: AfterwardsWords): string {
  const { common } = g;
  const { challenge, give_and_take } = questionsOf(common, 1);
  const year = { day: "numeric", month: "long", year: "numeric" } as const;
  return fileOf({
    language: common.language,
    direction: LANGUAGES.get(common.language)?.direction ?? "ltr",
    title: common.title,
    day: new Intl.DateTimeFormat(localeOf(common.language), year).format(common.timeline[0]?.starts ?? serverNow()),
    questions: common.invitation.openers ?? [challenge, give_and_take],
    sections: sectionsOf(g, words),
    foot: [words.madeHere, words.credit],
    colours: coloursOf(document.styleSheets),
  });
}

function sectionsOf(g: Gathering, words: AfterwardsWords): Section[] {
  const { text, day } = myPlan(g);
  const when = filled(words.by, { day: dayOf(g.common.language, Date.parse(`${day}T12:00`)) });
  const buddies = peopleMet(g).filter((one) => contactWith(g, one)?.buddy).map(({ name }) => name);
  const lines = text ? [{ said: text }, { said: when }, ...buddies.map((name) => ({ said: filled(words.buddies, { name }) }))] : [];
  return [
    { heading: g.texts.met, lines: metLines(g) },
    { heading: g.texts.fifteen, lines },
    { heading: words.contactsIn, lines: contactsOf(g) },
    { heading: words.patterns, lines: g.common.patterns.map((said) => ({ said })) },
  ];
}

/** Everybody met by name; a round without one only for what was written about it. */
function metLines(g: Gathering): Section["lines"] {
  return talks(g).flatMap((talk) => {
    const [names, said] = [talk.partners.map(({ name }) => name), noteOf(g, talk)];
    if (names.length > 0) return [{ who: listOf(g.common.language, names), said }];
    return said ? [{ who: roundName(g, talk), said }] : [];
  });
}

/** Given by whom one talked with, or for what one left on the board; who did both in the same words is there once. */
function contactsOf(g: Gathering): Section["lines"] {
  const met = peopleMet(g).flatMap((one) => {
    const card = contactWith(g, one)?.card;
    return card ? [lineOf(card, one.name)] : [];
  });
  const lines = [...met, ...allGiven(g.id).map((card) => lineOf(card))];
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

function lineOf({ name, email, phone, link }: ContactCard, met = ""): Section["lines"][number] {
  return { who: name || met, said: [email, phone, link].filter(Boolean).join("\n") };
}
