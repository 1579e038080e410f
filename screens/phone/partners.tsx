import { Names } from "../shared/texts/say.tsx";
import type { Partner } from "../shared/wire.ts";
import type { Gathering } from "./gathering.ts";

interface Props {
  g: Gathering;
  partners: readonly Partner[];
}

/** Their names in a row. */
export function Partners({ g, partners }: Props) {
  return <Names of={partners.map((one) => one.name)} language={g.common.language} />;
}

/** A gentle word for who chose somebody they know; never a no. */
export function Known({ g, partners }: Props) {
  const knows = partners.find((one) => one.knows)?.knows;
  return knows ? <p class="gentle">{knows === "met" ? g.texts.knowsMet : g.texts.knowsGroup}</p> : null;
}
