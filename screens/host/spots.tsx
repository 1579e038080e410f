import { useSignal } from "@preact/signals";
import { filled } from "../shared/texts/said.ts";
import type { HostCommon, SpotsAsked } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";

type Kind = "numbers" | "grid" | "names";
const KINDS: readonly Kind[] = ["numbers", "grid", "names"];

/** Where pairs stand, for whoever wants to prepare a hall: numbers as needed, rows and columns, or names. */
export function Spots({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  const { spots } = common.host;
  if (common.milling !== "guided" || common.mode === "remote") return null;
  const sharing = spots.count > 0 ? Math.ceil(spots.wanted / spots.count) : 1;
  return (
    <details class="card">
      <summary>{texts.spots.title} <span class="fine">{laid(hosting)}</span></summary>
      <p class="fine">{wanted(hosting)}</p>
      {sharing > 1 && <p class="advice">{filled(texts.spots.sharing, { n: sharing })}</p>}
      <Lay hosting={hosting} />
    </details>
  );
}

function kindOf({ columns, named }: HostCommon["host"]["spots"]): Kind {
  if (named) return "names";
  return columns > 0 ? "grid" : "numbers";
}

/** What is laid now, in few words. */
function laid({ common, texts }: Hosting): string {
  const { spots } = common.host;
  if (spots.columns) return filled(texts.spots.grid, { rows: spots.rows, columns: spots.columns });
  return spots.count ? texts.spots.some(spots.count) : texts.spots.numbered;
}

function wanted({ common, texts }: Hosting): string {
  const people = common.counts.here;
  return people > 1 ? filled(texts.spots.wanted, { people, spots: common.host.spots.wanted }) : texts.spots.wantedLater;
}

function Lay({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const { spots } = common.host;
  const kind = useSignal(kindOf(spots));
  const rows = useSignal("");
  const columns = useSignal("");
  const names = useSignal("");
  const said = useSignal("");
  const asked = (): SpotsAsked | null => {
    if (kind.value === "numbers") return null;
    if (kind.value === "names") return { names: names.value.split("\n").filter((name) => name.trim() !== "") };
    return { rows: Number(rows.value || spots.rows || spots.propose_rows), columns: Number(columns.value || spots.columns || spots.propose_columns) };
  };
  const lay = async (event: Event) => {
    event.preventDefault();
    const answer = await act({ type: "lay-spots", spots: asked() });
    said.value = answer.ok ? texts.spots.done : "";
  };
  return (
    <form onSubmit={(event) => void lay(event)}>
      <fieldset class="segments">
        <legend class="unseen">{texts.spots.title}</legend>
        {KINDS.map((one) => (
          <button key={one} type="button" aria-pressed={kind.value === one} onClick={() => (kind.value = one)}>{texts.spots.kinds[one]}</button>
        ))}
      </fieldset>
      <p class="fine">{texts.spots.hints[kind.value]}</p>
      <div class="inline">
        {kind.value === "grid" && (
          <>
            <label>
              <span class="label">{texts.spots.rows}</span>
              <input type="number" min="1" max="100" value={rows.value || spots.rows || spots.propose_rows} onInput={(event) => (rows.value = event.currentTarget.value)} />
            </label>
            <label>
              <span class="label">{texts.spots.columns}</span>
              <input type="number" min="1" max="100" value={columns.value || spots.columns || spots.propose_columns} onInput={(event) => (columns.value = event.currentTarget.value)} />
            </label>
          </>
        )}
        {kind.value === "names" && (
          <label>
            <span class="label">{texts.spots.names}</span>
            <textarea rows={4} required value={names.value} onInput={(event) => (names.value = event.currentTarget.value)} />
          </label>
        )}
        <button type="submit">{texts.spots.lay}</button>
      </div>
      <p class="fine" role="status">{said.value}</p>
    </form>
  );
}
