import type { Language } from "./texts/language.ts";

/** word on the wire: sign, Dutch with its article, English with its article */
const PICTURES: Record<string, readonly [sign: string, nl: string, en: string]> = {
  acorn: ["🌰", "een eikel", "an acorn"],
  anchor: ["⚓", "een anker", "an anchor"],
  apple: ["🍎", "een appel", "an apple"],
  badger: ["🦡", "een das", "a badger"],
  bee: ["🐝", "een bij", "a bee"],
  bicycle: ["🚲", "een fiets", "a bicycle"],
  butterfly: ["🦋", "een vlinder", "a butterfly"],
  cherry: ["🍒", "een kers", "a cherry"],
  cloud: ["☁️", "een wolk", "a cloud"],
  clover: ["🍀", "een klaver", "a clover"],
  dolphin: ["🐬", "een dolfijn", "a dolphin"],
  duck: ["🦆", "een eend", "a duck"],
  feather: ["🪶", "een veer", "a feather"],
  fox: ["🦊", "een vos", "a fox"],
  hare: ["🐇", "een haas", "a hare"],
  hedgehog: ["🦔", "een egel", "a hedgehog"],
  heron: ["🐦", "een reiger", "a heron"],
  kite: ["🪁", "een vlieger", "a kite"],
  lantern: ["🏮", "een lampion", "a lantern"],
  lighthouse: ["🗼", "een vuurtoren", "a lighthouse"],
  moon: ["🌙", "een maan", "a moon"],
  mushroom: ["🍄", "een paddenstoel", "a mushroom"],
  oak: ["🌳", "een eik", "an oak"],
  otter: ["🦦", "een otter", "an otter"],
  owl: ["🦉", "een uil", "an owl"],
  pear: ["🍐", "een peer", "a pear"],
  robin: ["🐦", "een roodborstje", "a robin"],
  sailboat: ["⛵", "een zeilboot", "a sailboat"],
  seal: ["🦭", "een zeehond", "a seal"],
  snail: ["🐌", "een slak", "a snail"],
  squirrel: ["🐿️", "een eekhoorn", "a squirrel"],
  star: ["⭐", "een ster", "a star"],
  sunflower: ["🌻", "een zonnebloem", "a sunflower"],
  swan: ["🦢", "een zwaan", "a swan"],
  teapot: ["🫖", "een theepot", "a teapot"],
  tortoise: ["🐢", "een schildpad", "a tortoise"],
  tulip: ["🌷", "een tulp", "a tulip"],
  umbrella: ["☂️", "een paraplu", "an umbrella"],
  whale: ["🐳", "een walvis", "a whale"],
  windmill: ["🌾", "een molen", "a windmill"],
};

/** The picture that phone and stage share, so that people see they are in the right place. */
export function pictureOf(word: string, language: Language): { sign: string; word: string } {
  const [sign, nl, en] = PICTURES[word] ?? ["◎", word, word];
  return { sign, word: language === "nl" ? nl : en };
}
