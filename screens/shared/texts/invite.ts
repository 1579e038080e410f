// The words of the form in which two questions are chosen.

import type { Advice } from "../wire.ts";
import type { Language } from "./language.ts";

const nl = {
  purpose: "Waarvoor komen jullie bij elkaar?",
  another: "Een andere",
  own: "Viel eerder goed",
  all: "Alle vragen",
  search: "Zoek een woord",
  none: "Daar staat niets over in. Schrijf gerust je eigen vraag.",
  found: (n: number) => (n === 1 ? "1 paar" : `${n} paren`),
  interest: "Of een vraag boeit, kan geen computer zien. Beantwoord hem zelf eens hardop, in een minuut.",
  perRound: "Andere vragen per ronde",
  perRoundHint: "Kan, hoeft niet. Een verhaal wordt dieper als je het vaker vertelt; met dezelfde vragen gaat dat vanzelf.",
  round: (n: number) => `Ronde ${n}`,
  hints: {
    closed: "Hier kun je ja of nee op zeggen. Begin eens met wat, hoe of wanneer.",
    "too-broad": "Dit is wel erg ruim. Waar, wanneer of bij wie?",
    leading: "Het antwoord zit al in de vraag. Vraag het eens zonder mening.",
    double: "Dit zijn er meer dan een. Welke is de echte?",
    "too-long": "Dit is lang om te onthouden. Kan het in één adem?",
    exposing: "Dit kan te bloot zijn naast een leidinggevende. Is er een veiligere ingang?",
    "one-sided": "Hier zit maar één kant in. Vraag naar geven én nemen.",
    jargon: "Niet iedereen kent deze woorden. Hoe zeg je het aan een buur?",
    solution: "Dit zoekt al naar een oplossing. Wat is de uitdaging erachter?",
    cv: "Dit wordt een voorstelrondje. Vraag naar iets dat ze meemaken.",
  } satisfies Record<Advice["challenge"][number], string>,
};

const en: typeof nl = {
  purpose: "What brings you together?",
  another: "Another one",
  own: "Landed before",
  all: "All questions",
  search: "Look for a word",
  none: "Nothing about that in here. Do write a question of your own.",
  found: (n) => (n === 1 ? "1 pair" : `${n} pairs`),
  interest: "No computer can tell whether a question is interesting. Try answering it aloud yourself, in a minute.",
  perRound: "Other questions per round",
  perRoundHint: "You can, but need not. A story deepens with every telling, and the same questions see to that.",
  round: (n) => `Round ${n}`,
  hints: {
    closed: "This can be answered with yes or no. Try beginning with what, how or when.",
    "too-broad": "This is very wide. Where, when or with whom?",
    leading: "The answer is in the question already. Try it without the opinion.",
    double: "There is more than one question here. Which is the real one?",
    "too-long": "This is a lot to remember. Can you say it in one breath?",
    exposing: "This may be too bare beside one’s boss. Is there a safer way in?",
    "one-sided": "This has only one side. Ask for giving and for taking.",
    jargon: "Not everybody knows these words. How would you put it to a neighbour?",
    solution: "This is after a solution already. What is the challenge behind it?",
    cv: "This will turn into introductions. Ask for something they live through.",
  },
};

export const INVITE: Record<Language, typeof nl> = { nl, en };
