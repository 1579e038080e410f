// Ready pairs: one question about a challenge, one about giving and taking.

import type { Question } from "../wire.ts";
import type { Language } from "./language.ts";

export interface Theme extends Question {
  name: string;
}

export const THEMES: Record<Language, readonly Theme[]> = {
  nl: [
    {
      name: "Om te beginnen",
      challenge: "Welke uitdaging vraagt op dit moment het meest van je?",
      give_and_take: "Wat hoop je hier te vinden, en wat kun je een ander geven?",
    },
    {
      name: "Een taai probleem",
      challenge: "Aan welk probleem trek je al een tijd, zonder dat het loskomt?",
      give_and_take: "Welke hulp zou je verder brengen, en waar kun jij iemand mee helpen?",
    },
    {
      name: "Sinds de vorige keer",
      challenge: "Wat van onze vorige bijeenkomst laat je nog niet los?",
      give_and_take: "Wat wil je vandaag ophalen, en wat heb je meegebracht?",
    },
    {
      name: "Een vermoeden",
      challenge: "Welk vermoeden over ons werk zou je graag eens toetsen?",
      give_and_take: "Wat heb je daarvoor nodig, en wat weet jij waar een ander iets aan heeft?",
    },
    {
      name: "De eerste dag",
      challenge: "Wanneer wist je dat je hieraan wilde beginnen?",
      give_and_take: "Wat wil je hier leren, en wat kunnen anderen van jou leren?",
    },
    {
      name: "Over de muurtjes",
      challenge: "Waar loopt jouw werk vast op de grens met dat van anderen?",
      give_and_take: "Wat wil je van hun werk begrijpen, en wat mogen zij van het jouwe weten?",
    },
  ],
  en: [
    {
      name: "To begin with",
      challenge: "What challenge is asking the most of you right now?",
      give_and_take: "What are you hoping to find here, and what could you offer someone else?",
    },
    {
      name: "A stubborn problem",
      challenge: "Which problem keeps coming back, however often you have a go at it?",
      give_and_take: "What kind of help would move you on, and what could you help someone with?",
    },
    {
      name: "Since last time",
      challenge: "What from our last meeting is still on your mind?",
      give_and_take: "What would you like to take home today, and what have you brought along?",
    },
    {
      name: "A hunch",
      challenge: "What hunch about our work would you love to put to the test?",
      give_and_take: "What would you need for that, and what do you know that could help another?",
    },
    {
      name: "The first day",
      challenge: "When did you know that you wanted to be part of this?",
      give_and_take: "What do you want to learn here, and what could others learn from you?",
    },
    {
      name: "Across the walls",
      challenge: "Where does your work get stuck at the edge of somebody else’s?",
      give_and_take: "What would you like to understand about theirs, and what should they know about yours?",
    },
  ],
};
