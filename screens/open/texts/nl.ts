export const nl = {
  promise: "Drie echte gesprekken in twintig minuten",
  breath:
    "Tingsha helpt een zaal vol mensen elkaar te ontmoeten: twee aan twee, drie keer kort, met twee goede vragen. Een bel wijst de tijd; de schermen blijven stil.",
  language: "Taal",

  join: "Doe mee",
  code: "De code op het scherm",
  codeHint: "Acht tekens, in twee helften.",
  go: "Ga naar binnen",

  host: "Open een bijeenkomst",
  hostHint: "Geen account, niets te installeren. Alles verdwijnt vanzelf na dertig dagen.",
  openTitle: "Een nieuwe bijeenkomst",
  title: "Hoe heet de bijeenkomst?",
  titleDefault: "Drie gesprekken om te beginnen",
  questions: "De twee vragen",
  questionsHint: "Kies een paar, of schrijf je eigen. Zou je ze zelf in een minuut willen beantwoorden?",
  challenge: "Een uitdaging",
  give_and_take: "Geven en nemen",
  tempo: "Tempo",
  tempos: {
    classic: ["klassiek", "Twee minuten per persoon, negentien minuten in totaal."],
    quick: ["vlot", "Eén minuut per persoon, twaalf minuten in totaal."],
    rehearsal: ["repetitie", "Tien seconden per persoon, om het te proberen. Elk scherm zegt dat het een repetitie is."],
  },
  way: "Hoe vinden mensen elkaar?",
  ways: {
    free: ["zelf", "Ze zoeken iemand die ze niet kennen. Telefoons mogen, hoeven niet."],
    guided: ["telefoons wijzen de weg", "Kleur, vorm en plek. Goed om groepen bewust te mengen."],
    numbers: ["op nummer", "Aftellen, en het scherm zegt wie je zoekt. Zonder telefoons."],
  },
  groups: "Groepen om te mengen",
  groupsHint: "Mag leeg blijven. Met een komma ertussen: zorg, onderwijs, ICT",
  open: "Open",
  opening: "Een ogenblik…",
  key: "Sleutel van deze server",
  keyHint: "Wie de server beheert, heeft hem.",
  failed: "Dat lukte niet.",
  offline: "De server antwoordt niet. Probeer het zo nog eens, of begin zonder netwerk.",

  pocket: "Zonder netwerk",
  pocketHint: "Eén laptop of telefoon is genoeg: de vragen, de tijd en de bel. Buiten werkt het net zo goed.",
  pocketGo: "Begin uit je broekzak",

  about: "Over de methode",
  credit:
    "Impromptu Networking is een Liberating Structure van Henri Lipmanowicz en Keith McCandless, geïnspireerd door netwerkwever June Holley (CC BY-NC). Tingsha is er een hulp bij, in eigen woorden.",
};

export type Texts = typeof nl;
