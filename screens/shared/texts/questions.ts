// The pair that a new invitation begins with; the server's library has the rest.

import type { Question } from "../wire.ts";
import type { Language } from "./language.ts";

export const FIRST: Record<Language, Question> = {
  nl: {
    challenge: "Welke uitdaging vraagt op dit moment het meest van je?",
    give_and_take: "Wat hoop je hier te vinden, en wat kun je een ander geven?",
  },
  en: {
    challenge: "What challenge is asking the most of you right now?",
    give_and_take: "What are you hoping to find here, and what could you offer someone else?",
  },
};
