import type { Language } from "./texts/language.ts";

/** word on the wire: sign (none where no font has it) and Dutch word */
const PICTURES: Record<string, string> = {
  acorn: "🌰 eikel",
  anchor: "⚓ anker",
  apple: "🍎 appel",
  badger: "🦡 das",
  bee: "🐝 bij",
  bicycle: "🚲 fiets",
  butterfly: "🦋 vlinder",
  cherry: "🍒 kers",
  cloud: "☁️ wolk",
  clover: "🍀 klaver",
  dolphin: "🐬 dolfijn",
  duck: "🦆 eend",
  feather: "🪶 veer",
  fox: "🦊 vos",
  hare: "🐇 haas",
  hedgehog: "🦔 egel",
  heron: " reiger",
  kite: "🪁 vlieger",
  lantern: "🏮 lampion",
  lighthouse: " vuurtoren",
  moon: "🌙 maan",
  mushroom: "🍄 paddenstoel",
  oak: "🌳 eik",
  otter: "🦦 otter",
  owl: "🦉 uil",
  pear: "🍐 peer",
  robin: " roodborstje",
  sailboat: "⛵ zeilboot",
  seal: "🦭 zeehond",
  snail: "🐌 slak",
  squirrel: "🐿️ eekhoorn",
  star: "⭐ ster",
  sunflower: "🌻 zonnebloem",
  swan: "🦢 zwaan",
  teapot: "🫖 theepot",
  tortoise: "🐢 schildpad",
  tulip: "🌷 tulp",
  umbrella: "☂️ paraplu",
  whale: "🐳 walvis",
  windmill: " molen",
};

/** The picture that phone and stage share, so that people see they are in the right place; its word has its article. */
export function pictureOf(word: string, language: Language): { sign: string; word: string } {
  const [sign = "", dutch = word] = (PICTURES[word] ?? ` ${word}`).split(" ");
  const english = /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
  return { sign, word: language === "nl" ? `een ${dutch}` : english };
}
