export const nl = {
  title: "Uit je broekzak",
  about: "Alles op dit ene apparaat. Het netwerk mag uit; niemand hoeft iets te installeren.",
  language: "Taal",
  questions: "De twee vragen",
  questionsHint: "Kies een paar, of schrijf je eigen.",
  challenge: "Een uitdaging",
  give_and_take: "Geven en nemen",
  tempo: "Tempo",
  tempos: {
    classic: ["klassiek", "Twee minuten per persoon, negentien minuten in totaal."],
    quick: ["vlot", "Eén minuut per persoon, twaalf minuten in totaal."],
    rehearsal: ["repetitie", "Tien seconden per persoon, om het te proberen."],
  },
  begin: "Begin",
  pause: "Pauze",
  resume: "Verder",
  longer: "+30 s",
  longerName: "30 seconden langer",
  shorter: "−30 s",
  shorterName: "30 seconden korter",
  skip: "Volgende",
  ring: "Bel",
  stop: "Stop",
  stopSure: "Echt stoppen",
  home: "Terug",
};

export type Texts = typeof nl;
