import type { Texts } from "./nl.ts";

export const en: Texts = {
  title: "From your pocket",
  about: "All of it on this one device. The network can be off; nobody has to install a thing.",
  language: "Language",
  questions: "The two questions",
  questionsHint: "Choose a pair, or write your own.",
  challenge: "A challenge",
  give_and_take: "Give and take",
  tempo: "Pace",
  tempos: {
    classic: ["classic", "Two minutes each, nineteen minutes in all."],
    quick: ["quick", "One minute each, twelve minutes in all."],
    rehearsal: ["rehearsal", "Ten seconds each, to try it out."],
  },
  begin: "Begin",
  pause: "Pause",
  resume: "Go on",
  longer: "+30 s",
  longerName: "30 seconds longer",
  shorter: "−30 s",
  shorterName: "30 seconds shorter",
  skip: "Next",
  ring: "Ring",
  stop: "Stop",
  stopSure: "Really stop",
  home: "Back",
};
