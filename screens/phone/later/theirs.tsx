import type { Partner } from "../../shared/wire.ts";
import type { Gathering } from "../gathering.ts";
import type { AfterwardsWords } from "../words.ts";
import { Code } from "./code.tsx";
import { hand } from "./file.ts";
import { Heading } from "./heading.tsx";
import { contactWith } from "./met.ts";
import { vCardOf } from "./vcard.ts";
import { Ways } from "./ways.tsx";

interface Props {
  g: Gathering;
  words: AfterwardsWords;
  one: Partner;
}

/** What the other gave: to tap, to put among one's contacts, or to have read by another phone. */
export function Theirs({ g, words, one }: Props) {
  const card = contactWith(g, one)?.card;
  if (!card) return null; // erased, since
  const file = vCardOf({ ...card, name: card.name || one.name }, g.common.title);
  return (
    <>
      <Heading>
        <bdi>{card.name || one.name}</bdi>
      </Heading>
      <Ways card={card} />
      <button class="main wide" onClick={() => hand("contact.vcf", "text/vcard", file)}>
        {words.save}
      </button>
      <Code text={file} label={words.theirCode} />
      <p class="fine centre">{words.theirCode}</p>
    </>
  );
}
