import { useSignal } from "@preact/signals";
import type { Hosting } from "./gathering.ts";

const MOST = 3;
const LONGEST = 120;

/** Up to three patterns, typed as they were heard: they stand on the stage at once, and on the poster. */
export function Heard({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const written = useSignal(common.patterns);
  const said = useSignal("");
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
    </form>
  );
}
