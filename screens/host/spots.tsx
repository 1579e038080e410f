import { useSignal, type Signal } from "@preact/signals";
import { filled } from "../shared/texts/said.ts";
import type { HostCommon, SpotsAsked } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";

type Kind = "numbers" | "grid" | "names";
const KINDS: readonly Kind[] = ["numbers", "grid", "names"];

/** From here on people would stroll about for minutes before they see their own sign. */
const CROWDED = 150;

/** As many pairs as can stand on one spot with a sign of their own. */
const SIGNS = 48;

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
      {common.counts.here > CROWDED && !spots.columns && !spots.named && <p class="advice">{texts.spots.lost}</p>}
      {sharing > 1 && <p class="advice">{filled(sharing > SIGNS ? texts.spots.alike : texts.spots.sharing, { n: sharing, signs: SIGNS })}</p>}
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
  const room = useSignal("");
  const said = useSignal("");
  const asked = (): SpotsAsked | null => {
    const size = Number(room.value || spots.room_m2);
    const places = {
      numbers: {},
      names: { names: names.value.split("\n").filter((name) => name.trim() !== "") },
      grid: { rows: Number(rows.value || spots.rows || spots.propose_rows), columns: Number(columns.value || spots.columns || spots.propose_columns) },
    }[kind.value];
    return kind.value === "numbers" && !size ? null : { ...places, ...(size > 0 && { room_m2: size }) };
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
            <Count label={texts.spots.rows} most={100} typed={rows} now={spots.rows || spots.propose_rows} />
            <Count label={texts.spots.columns} most={100} typed={columns} now={spots.columns || spots.propose_columns} />
          </>
        )}
        {kind.value === "names" && (
          <label>
            <span class="label">{texts.spots.names}</span>
            <textarea rows={4} required value={names.value} onInput={(event) => (names.value = event.currentTarget.value)} />
          </label>
        )}
        <Count label={texts.spots.room} most={1_000_000} typed={room} now={spots.room_m2} />
        <button type="submit">{texts.spots.lay}</button>
      </div>
      <p class="fine" role="status">{said.value}</p>
    </form>
  );
}

interface CountProps {
  label: string;
  most: number;
  typed: Signal<string>;
  /** what stands there until something is typed; 0 for nothing */
  now: number;
}

function Count({ label, most, typed, now }: CountProps) {
  return (
    <label>
      <span class="label">{label}</span>
      <input type="number" min="1" max={most} value={typed.value || now || ""} onInput={(event) => (typed.value = event.currentTarget.value)} />
    </label>
  );
}
