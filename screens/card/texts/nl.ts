export const nl = {
  none: "Deze kaart is niet te lezen",
  noneHint: "Misschien is de link onderweg afgebroken. Vraag er opnieuw om.",
  about: "Een uitnodiging om door te geven",
  ahead: "Om alvast over te denken",
  aheadHint: "Je hoeft niets op te schrijven. Straks vertel je het drie keer, aan drie mensen die je nog niet kent.",
  open: "Open een bijeenkomst hiermee",
  code: "QR-code van deze kaart",
  copy: "Kopieer de link",
  copied: "Gekopieerd",
  print: "Druk af",
  how: "Hoe ging het?",
  landed: "Viel goed",
  flat: "Viel plat",
  howHint: "Alleen voor jezelf: dit blijft op dit apparaat.",
  home: "Wat is Tingsha?",
};

export type Texts = typeof nl;
