import { Names } from "../shared/texts/say.tsx";
import type { Partner } from "../shared/wire.ts";
import type { Gathering } from "./gathering.ts";

/** Their names in a row. */
export function Partners({ g, partners }: { g: Gathering; partners: readonly Partner[] }) {
  return <Names of={partners.map((one) => one.name)} language={g.common.language} />;
}
