import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { read } from "../shared/send.ts";
import { filled } from "../shared/texts/said.ts";
import type { CrowdStands } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";
import { goTo } from "./closed.tsx";

const EVERY_MS = 1500;
const MOST = 60;
const PROPOSED = 13; // odd, so that the host sees a trio

/** In a rehearsal: people who do not exist come, and the host sees what happens. */
export function Crowd({ hosting }: { hosting: Hosting }) {
  const { id, common, texts, act } = hosting;
  const stands = useSignal<CrowdStands | undefined>(undefined);
  const people = useSignal(String(PROPOSED));
  const look = async () => {
    const answer = await read<CrowdStands>(`/api/gatherings/${id}/crowd`);
    if (answer.ok) stands.value = answer.value;
  };
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => clearInterval(timer);
  }, [id]);
  if (!common.rehearsal) return null;
  const out = stands.value && stands.value.people > 0 ? stands.value : undefined;
  const give = async (command: { type: string; people?: number }) => {
    await act(command);
    await look();
  };
  const send = (event: Event) => {
    event.preventDefault();
    void give({ type: "send-crowd", people: Number(people.value) });
  };
  return (
    <section class="card crowd" aria-labelledby="crowd">
      <h2 id="crowd">{texts.crowd.title}</h2>
      {!out && <p class="fine">{texts.crowd.about}</p>}
      <p role="status">
        {out && filled(texts.crowd.out, { joined: out.joined, people: out.people })}
        {out && out.problems > 0 && ` · ${texts.crowd.problems(out.problems)}`}
      </p>
      {out?.running || (out && common.phase === "running") ? (
        <button type="button" onClick={() => void give({ type: "send-crowd-home" })}>{texts.crowd.home}</button>
      ) : common.phase === "lobby" && (
        <form class="inline" onSubmit={send}>
          <label>
            <span class="label">{texts.crowd.how}</span>
            <input type="number" min={2} max={MOST} required value={people.value} onInput={(event) => (people.value = event.currentTarget.value)} />
          </label>
          <button type="submit">{texts.crowd.send}</button>
        </form>
      )}
    </section>
  );
}

/** From a gathering that is meant: a short rehearsal of it, to which nobody is asked along. */
export function TryFirst({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  if (common.rehearsal || common.phase !== "lobby") return null;
  const open = async () => {
    const answer = await act({ type: "again", rehearsal: true });
    const links = answer.ok ? (answer.value as { links?: { host?: string } }).links : undefined;
    if (links?.host) goTo(links.host);
  };
  return (
    <details class="card">
      <summary>{texts.crowd.tryFirst}</summary>
      <p class="fine">{texts.crowd.tryAbout}</p>
      <p><button type="button" onClick={() => void open()}>{texts.crowd.open}</button></p>
    </details>
  );
}
