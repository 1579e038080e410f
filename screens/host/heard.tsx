import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Hosting } from "./gathering.ts";

const MOST = 3;
const LONGEST = 120;
const PRINTED = [["patterns-a3", "a3"], ["patterns-a4", "a4"], ["slide", "slide"]] as const;

/** Up to three patterns, typed as they were heard: they stand on the stage at once, and on the poster. */
export function Heard({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const written = useSignal(common.patterns);
  const said = useSignal("");
  const standing = common.patterns.join("\n");
  // A pattern may also be taken over from the board, or be written by another host.
  useEffect(() => void (written.value = common.patterns), [standing]);
  const write = (place: number, words: string) => {
    written.value = Object.assign([...written.value], { [place]: words });
    said.value = "";
  };
  const tell = async (event: Event) => {
    event.preventDefault();
    const patterns = Array.from(written.value, (words = "") => words.trim()).filter(Boolean);
    const answer = await act({ type: "hear-patterns", patterns });
    if (!answer.ok) return;
    written.value = patterns;
    said.value = texts.heard.shown(patterns.length);
  };
  return (
    <form class="card heard" aria-labelledby="heard" onSubmit={(event) => void tell(event)}>
      <h2 id="heard">{texts.heard.title}</h2>
      <p class="fine">{texts.heard.how}</p>
      {Array.from({ length: MOST }, (_, place) => (
        <label key={place}>
          <span class="label">{texts.heard.one(place + 1)}</span>
          <input value={written.value[place] ?? ""} maxLength={LONGEST} onInput={(event) => write(place, event.currentTarget.value)} />
        </label>
      ))}
      <p class="takeaway"><button type="submit">{texts.heard.show}</button></p>
      <p class="fine" role="status">{said.value}</p>
      {common.patterns.length > 0 && <Poster hosting={hosting} />}
    </form>
  );
}

/** The poster and the slide of what stands on the screen now; each opens in a tab of its own. */
export function Poster({ hosting: { id, texts } }: { hosting: Hosting }) {
  return (
    <>
      <p class="takeaway">
        {PRINTED.map(([kind, words]) => (
          <a key={kind} class="button" href={`/api/gatherings/${id}/paper/${kind}.pdf`} target="_blank" rel="noopener">{texts.heard[words]}</a>
        ))}
      </p>
      <p class="fine">{texts.heard.printHint}</p>
    </>
  );
}
