import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { read, type Answer } from "../shared/send.ts";
import { filled } from "../shared/texts/said.ts";
import type { PeoplePage, PersonRow } from "../shared/wire.ts";
import { sentence, type Hosting } from "./gathering.ts";
import { Newcomer } from "./newcomer.tsx";
import { namesake, SamePerson } from "./same-person.tsx";

/** Everybody by name, page by page; only read while it is open, and at most every two seconds. */
export function People({ hosting, children }: { hosting: Hosting; children?: ComponentChildren }) {
  const { texts } = hosting;
  const open = useSignal(false);
  return (
    <section class="card people" aria-labelledby="people">
      <h2 id="people">{texts.people_.title}</h2>
      {hosting.common.host.acquainted > 0 && <p>{texts.people_.acquainted(hosting.common.host.acquainted)}</p>}
      {children}
      <details onToggle={(event) => (open.value = event.currentTarget.open)}>
        <summary>{texts.people_.list} <span class="numerals">({hosting.common.host.people})</span></summary>
        {open.value && <List hosting={hosting} />}
      </details>
    </section>
  );
}

const EVERY_MS = 2000;

function List({ hosting }: { hosting: Hosting }) {
  const { id, common, texts } = hosting;
  const rows = useSignal<PersonRow[]>([]);
  const after = useSignal<number | null>(null);
  const pages = useSignal(1);

  useEffect(() => {
    let stale = false;
    const load = async () => {
      const found = await pagesOf(id, pages.value);
      if (stale || !found) return;
      rows.value = found.people;
      after.value = found.after;
    };
    const timer = setTimeout(() => void load(), rows.value.length ? EVERY_MS : 0);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [common.version, pages.value]);

  if (rows.value.length === 0) return <p class="fine">{texts.people_.nobody}</p>;
  return (
    <>
      <ul class="rows">
        {rows.value.filter(({ name }) => name).map((person) => (
          <Person key={person.participant} person={person} earlier={namesake(person, rows.value)} hosting={hosting} />
        ))}
      </ul>
      {after.value !== null && (
        <button type="button" class="quiet" onClick={() => pages.value++}>{texts.people_.more}</button>
      )}
    </>
  );
}

/** Everybody up to this many pages; nothing when the server cannot be reached. */
export async function pagesOf(id: string, pages: number): Promise<PeoplePage | undefined> {
  const people: PersonRow[] = [];
  let after: number | null = null;
  for (let page = 0; page < pages; page++) {
    const answer: Answer<PeoplePage> = await read<PeoplePage>(`/api/gatherings/${id}/people${after === null ? "" : `?after=${after}`}`);
    if (!answer.ok) return undefined;
    people.push(...answer.value.people);
    after = answer.value.after;
    if (after === null) break;
  }
  return { people, after };
}

interface PersonProps {
  person: PersonRow;
  /** somebody of the same name who came before */
  earlier: PersonRow | undefined;
  hosting: Hosting;
}

function Person({ person, earlier, hosting }: PersonProps) {
  const { texts, act } = hosting;
  const mode = useSignal<"shown" | "renaming" | "removing">("shown");
  const { participant } = person;
  const gone = person.state === "removed" || person.state === "left";
  if (mode.value === "renaming") return <Rename person={person} hosting={hosting} done={() => (mode.value = "shown")} />;
  return (
    <li>
      <span class="who">
        <bdi>{person.name}</bdi>
        <span class="fine">
          {[person.group, person.phone ? "" : texts.people_.phoneless, texts.people_.state[person.state]].filter(Boolean).join(" · ")}
        </span>
      </span>
      {!gone && (
        <span class="acts">
          {person.state === "here" && <button type="button" class="quiet" onClick={() => void act({ type: "missing", participant })}>{texts.people_.missing}</button>}
          {person.state === "away" && <button type="button" class="quiet" onClick={() => void act({ type: "back", participant })}>{texts.people_.back}</button>}
          <button type="button" class="quiet" onClick={() => (mode.value = "renaming")}>{texts.people_.rename}</button>
          {/* Two keys, two buttons: the second does not inherit the focus of the first. */}
          {mode.value === "removing" ? (
            <button key="sure" type="button" onClick={() => void act({ type: "remove", participant })}>{texts.people_.removeSure}</button>
          ) : (
            <button key="remove" type="button" class="quiet" onClick={() => (mode.value = "removing")}>{texts.people_.remove}</button>
          )}
        </span>
      )}
      {earlier && !gone && <SamePerson person={person} earlier={earlier} hosting={hosting} />}
    </li>
  );
}

function Rename({ person, hosting, done }: { person: PersonRow; hosting: Hosting; done: () => void }) {
  const { texts, act } = hosting;
  const name = useSignal(person.name);
  const save = async (event: Event) => {
    event.preventDefault();
    const answer = await act({ type: "rename", participant: person.participant, name: name.value });
    if (answer.ok) done();
  };
  return (
    <li>
      <form class="inline" onSubmit={(event) => void save(event)}>
        <label>
          <span class="unseen">{texts.people_.name}</span>
          <input value={name.value} maxLength={80} autoComplete="off" onInput={(event) => (name.value = event.currentTarget.value)} />
        </label>
        <button type="submit">{texts.people_.save}</button>
      </form>
    </li>
  );
}

export function AddPerson({ hosting }: { hosting: Hosting }) {
  const { texts, act } = hosting;
  const name = useSignal("");
  const group = useSignal("");
  const added = useSignal("");
  const add = async (event: Event) => {
    event.preventDefault();
    const answer = await act({ type: "add-person", name: name.value, ...(group.value && { group: group.value }) });
    if (!answer.ok) return;
    added.value = filled(texts.people_.added, { name: name.value.trim() });
    name.value = "";
  };
  return (
    <form class="add" onSubmit={(event) => void add(event)}>
      <h3>{texts.people_.add}</h3>
      <Newcomer hosting={hosting} label={texts.people_.name} own="off" name={name} group={group}>
        <button type="submit">{texts.people_.addIt}</button>
      </Newcomer>
      <p class="fine" role="status">{added.value}</p>
    </form>
  );
}

export function Roster({ hosting }: { hosting: Hosting }) {
  const { id, common, texts } = hosting;
  const said = useSignal("");
  const bring = async (event: Event & { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (file) said.value = await bringRoster(id, file, common);
    input.value = "";
  };
  return (
    <div class="roster">
      <h3>{texts.people_.roster}</h3>
      <p class="fine">{texts.people_.rosterHint}</p>
      <label class="button file">
        {texts.people_.rosterChoose}
        <input type="file" class="unseen" accept=".csv,text/csv,text/plain" onChange={(event) => void bring(event)} />
      </label>
      <p role="status">{said.value || (common.host.roster > 0 ? texts.people_.rosterTaken(common.host.roster) : "")}</p>
    </div>
  );
}

/** Empty when it was taken (the document then says how many), else what is wrong with the file. */
async function bringRoster(id: string, file: File, common: Hosting["common"]): Promise<string> {
  try {
    const response = await fetch(`/api/gatherings/${id}/roster`, {
      method: "PUT",
      headers: { "content-type": "text/csv" },
      body: file,
    });
    if (response.ok) return "";
    return sentence({ code: "", title: "", detail: "", ...((await response.json()) as object) }, common);
  } catch {
    return sentence({ code: "offline", title: "", detail: "" }, common);
  }
}
