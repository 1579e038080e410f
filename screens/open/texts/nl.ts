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
  tempo: "Wat voor bijeenkomst?",
  tempos: {
    classic: ["klassiek", "Twee minuten per persoon, negentien minuten in totaal."],
    quick: ["vlot", "Eén minuut per persoon, twaalf minuten in totaal. Ook dan drie rondes."],
    "first-day": ["de eerste dag", "Anderhalve minuut per persoon, wat langer denken. Voor een nieuwe klas of groep."],
    "cross-functional": ["over de muurtjes", "Mensen van verschillende afdelingen. Vul de groepen in, dan mengen de telefoons ze."],
    "innovators-apart": ["vernieuwers op afstand", "Wie hetzelfde probeert en elkaar zelden ziet."],
    "liquid-courage": ["Liquid Courage", "Geen vragen maar vijf zinnen om af te maken, in een minuut. Voor wie iets durft te zeggen."],
    rehearsal: ["repetitie", "Tien seconden per persoon, om het te proberen. Elk scherm zegt dat het een repetitie is."],
  },
  dare: "Ieder maakt alle vijf de zinnen af, in hoogstens een minuut. Er wordt niets getypt en niets bewaard; terugkijken doe je hardop.",
  dareWarning: "Sla dit over waar mensen moeten vrezen dat wat ze zeggen tegen ze gebruikt wordt.",
  dareCredit: "Liquid Courage is een variant van Jamie Owens en Keith McCandless.",
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
