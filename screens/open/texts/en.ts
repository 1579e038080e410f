import type { Texts } from "./nl.ts";

export const en: Texts = {
  promise: "Three real conversations in twenty minutes",
  breath:
    "Tingsha helps a room full of people meet: two by two, three short times, with two good questions. A bell keeps the time; the screens stay quiet.",
  language: "Language",

  join: "Join in",
  code: "The code on the screen",
  codeHint: "Eight characters, in two halves.",
  go: "Go in",

  host: "Open a gathering",
  hostHint: "No account, nothing to install. Everything disappears by itself after thirty days.",
  openTitle: "A new gathering",
  title: "What is it called?",
  titleDefault: "Three conversations to begin with",
  questions: "The two questions",
  questionsHint: "Choose a pair, or write your own. Would you like to answer them yourself, in a minute?",
  challenge: "A challenge",
  give_and_take: "Give and take",
  tempo: "What kind of gathering?",
  tempos: {
    classic: ["classic", "Two minutes each, nineteen minutes in all."],
    quick: ["quick", "One minute each, twelve minutes in all. Still three rounds."],
    "first-day": ["the first day", "A minute and a half each, and longer to think. For a new class or group."],
    "cross-functional": ["across the walls", "People from different departments. Fill in the groups and phones will mix them."],
    "innovators-apart": ["innovators far apart", "Those who try the same thing and seldom meet."],
    "liquid-courage": ["Liquid Courage", "No questions but five sentences to finish, in a minute. For people who dare to say something."],
    rehearsal: ["rehearsal", "Ten seconds each, to try it out. Every screen says that it is a rehearsal."],
  },
  dare: "Everyone finishes all five sentences, in a minute at most. Nothing is typed and nothing is kept; you look back aloud.",
  dareWarning: "Skip this where people have to fear that what they say will be held against them.",
  dareCredit: "Liquid Courage is a variant by Jamie Owens and Keith McCandless.",
  way: "How do people find each other?",
  ways: {
    free: ["by themselves", "They look for someone they don’t know. Phones may help, but need not."],
    guided: ["phones point the way", "Colour, shape and spot. Good for mixing groups on purpose."],
    numbers: ["by number", "Count off, and the screen tells whom to look for. No phones."],
  },
  groups: "Groups to mix",
  groupsHint: "May stay empty. With a comma in between: care, teaching, IT",
  open: "Open",
  opening: "One moment…",
  key: "Key of this server",
  keyHint: "Whoever looks after the server has it.",
  failed: "That did not work.",
  offline: "The server does not answer. Try again in a moment, or begin without a network.",

  pocket: "Without a network",
  pocketHint: "One laptop or phone is enough: the questions, the time and the bell. It works just as well outdoors.",
  pocketGo: "Begin from your pocket",

  about: "About the method",
  credit:
    "Impromptu Networking is a Liberating Structure by Henri Lipmanowicz and Keith McCandless, inspired by the network weaver June Holley (CC BY-NC). Tingsha lends it a hand, in its own words.",
};
