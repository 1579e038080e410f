import { useSignal } from "@preact/signals";
import { along } from "../shared/along.ts";
import type { Keys } from "../shared/keys.ts";
import { now } from "../shared/now.ts";
import { Corner } from "../shared/scenes/corner.tsx";
import { Rounds } from "../shared/scenes/rounds.tsx";
import { languageOf } from "../shared/texts/language.ts";
import { LEAST_COUNTED, MOST_COUNTED } from "../shared/scenes/numbers.ts";
import { count, extend, halt, pocket, ring, skip, stop, type Pocket } from "./pocket.ts";
import { WORDS, type Texts } from "./words.ts";

/** The stage's own scenes, with the few controls a host needs under them. */
export function Play({ held }: { held: Pocket }) {
  const words = WORDS.of(languageOf(held));
  if (!words) return null;
  return (
    <div class="pocket">
      <Rounds playing={held} now={now.value} texts={words.scenes} />
      <Controls held={held} texts={words.pocket} />
      <Corner texts={words.scenes}>{held.rehearsal && <p class="mark">{words.scenes.rehearsal}</p>}</Corner>
    </div>
  );
}

function Controls({ held, texts }: { held: Pocket; texts: Texts }) {
  const over = now.value >= held.timeline.at(-1)!.ends && held.paused_at === undefined;
  return (
    <nav class="controls">
      {!over && (
        <>
          <button type="button" class="main" onClick={halt}>{held.paused_at === undefined ? texts.pause : texts.resume}</button>
          <button type="button" aria-label={`${texts.shorter}: ${texts.shorterName}`} onClick={() => extend(-30)}>{texts.shorter}</button>
          <button type="button" aria-label={`${texts.longer}: ${texts.longerName}`} onClick={() => extend(30)}>{texts.longer}</button>
          <button type="button" onClick={skip}>{texts.skip}</button>
        </>
      )}
      <button type="button" onClick={ring}>{texts.ring}</button>
      {!over && held.counted && <People people={held.counted.at(-1)!} label={texts.people} />}
      <Stop words={texts.stop} sure={over ? texts.stop : texts.stopSure} over={over} />
    </nav>
  );
}

function People({ people, label }: { people: number; label: string }) {
  // The clock draws this four times a second; what is being typed must outlive that.
  const typed = useSignal(String(people));
  const change = (event: Event & { currentTarget: HTMLInputElement }) => {
    if (event.currentTarget.checkValidity()) count(event.currentTarget.valueAsNumber);
  };
  return (
    <label class="people">
      <span>{label}</span>
      <input type="number" class="numerals" inputMode="numeric" required min={LEAST_COUNTED} max={MOST_COUNTED} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} onChange={change} />
    </label>
  );
}

function Stop({ words, sure, over }: { words: string; sure: string; over: boolean }) {
  const asked = useSignal(false);
  if (asked.value || over) return <button type="button" onClick={stop}>{sure}</button>;
  return <button type="button" class="quiet" onClick={() => (asked.value = true)}>{words}</button>;
}

/** The same by keyboard. */
export function keys(): Keys {
  if (!pocket.value) return {};
  return {
    Space: halt,
    [along().earlier.key]: () => extend(-30),
    [along().later.key]: () => extend(30),
    KeyN: skip,
    KeyB: ring,
  };
}
