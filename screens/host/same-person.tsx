import { filled } from "../shared/texts/said.ts";
import type { PersonRow } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";
import { Sure } from "./sure.tsx";

const PRESENT: readonly PersonRow["state"][] = ["waiting", "here", "away"];

/** The first of the same name who came before this person and may be them: a phone dies, and its owner comes in anew. */
export function namesake(person: PersonRow, people: readonly PersonRow[]): PersonRow | undefined {
  const before = people.slice(0, people.indexOf(person));
  return before.find(({ name, state }) => plain(name) === plain(person.name) && (PRESENT.includes(state) || state === "left"));
}

const plain = (name: string) => name.trim().toLowerCase();

/** They are one and the same: who came first stays, envelopes and all, and the newest phone goes on for them. */
export function SamePerson({ person, earlier, hosting }: { person: PersonRow; earlier: PersonRow; hosting: Hosting }) {
  const { texts, act } = hosting;
  const { name } = person;
  const both = { a: earlier.participant, b: person.participant };
  return (
    <Sure
      what={texts.people_.same}
      why={filled(texts.people_.sameSure, { name })}
      yes={texts.people_.sameYes}
      texts={texts}
      kind="quiet"
      act={() => act({ type: "take-for-one", ...both })}
    />
  );
}
