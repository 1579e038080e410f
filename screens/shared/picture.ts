import type { Language } from "./texts/language.ts";

/** word on the wire, and Dutch word */
const DUTCH: Record<string, string> = {
  anchor: "anker",
  apple: "appel",
  bell: "bel",
  boat: "boot",
  butterfly: "vlinder",
  candle: "kaars",
  cherry: "kers",
  cloud: "wolk",
  clover: "klaver",
  cup: "kop",
  fish: "vis",
  flower: "bloem",
  house: "huis",
  key: "sleutel",
  kite: "vlieger",
  leaf: "blad",
  lighthouse: "vuurtoren",
  moon: "maan",
  mushroom: "paddenstoel",
  owl: "uil",
  snail: "slak",
  star: "ster",
  sun: "zon",
  tree: "boom",
  umbrella: "paraplu",
  whale: "walvis",
  windmill: "molen",
};

/** The picture that phone and stage share, so that people see they are in the right place; its word has its article. */
export function pictureOf(name: string, language: Language): { src: string; word: string } {
  const english = /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
  return { src: `/pictures/${name}.svg`, word: language === "nl" ? `een ${DUTCH[name] ?? name}` : english };
}
