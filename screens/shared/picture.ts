import type { Language } from "./texts/language.ts";

/** word on the wire: sign (none where no font has it), Dutch and English with their articles */
const PICTURES: Record<string, readonly [sign: string, nl: string, en: string]> = {
  bee: ["🐝", "een bij", "a bee"],
  bicycle: ["🚲", "een fiets", "a bicycle"],
  dolphin: ["🐬", "een dolfijn", "a dolphin"],
  fox: ["🦊", "een vos", "a fox"],
  hedgehog: ["🦔", "een egel", "a hedgehog"],
  heron: ["", "een reiger", "a heron"],
  kite: ["🪁", "een vlieger", "a kite"],
  lighthouse: ["🗼", "een vuurtoren", "a lighthouse"],
  moon: ["🌙", "een maan", "a moon"],
  mushroom: ["🍄", "een paddenstoel", "a mushroom"],
  otter: ["🦦", "een otter", "an otter"],
  owl: ["🦉", "een uil", "an owl"],
  pear: ["🍐", "een peer", "a pear"],
  sailboat: ["⛵", "een zeilboot", "a sailboat"],
  snail: ["🐌", "een slak", "a snail"],
  squirrel: ["🐿️", "een eekhoorn", "a squirrel"],
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
  const [sign, nl, en] = PICTURES[word] ?? ["", word, word];
  return { sign, word: language === "nl" ? nl : en };
}
