import type { Texts } from "./nl.ts";

export const en: Texts = {
  none: "This card cannot be read",
  noneHint: "Perhaps the link was cut off on its way. Ask for it again.",
  about: "An invitation to pass on",
  ahead: "Something to think about already",
  aheadHint: "There’s nothing to write down. You will tell it three times, to three people you don’t know yet.",
  open: "Open a gathering with this",
  code: "QR code of this card",
  copy: "Copy the link",
  copied: "Copied",
  print: "Print",
  how: "How did it go?",
  landed: "It landed",
  flat: "It fell flat",
  howHint: "For yourself alone: this stays on this device.",
  home: "What is Tingsha?",
};
