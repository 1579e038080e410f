// What it cost in attention, where the host asks for it beforehand: how long this page was looked at during the rounds. It is
// counted here, and one number goes out, once. Looked at is: it is seen, and it is lit. A page that was put away counts for
// nothing, nor does one that lies dark on the table while people talk or thank each other, but for some seconds after a touch.

import { useSignal } from "@preact/signals";
import { effect } from "@preact/signals";
import { sendQuietly } from "../../shared/send.ts";
import { keep, recall } from "../../shared/storage.ts";
import { now, type Gathering, type Held } from "../gathering.ts";
import type { LaterWords } from "../words.ts";

const TOUCHED_MS = 5000;
/** A longer gap between two ticks was sleep. */
const LONGEST_TICK_MS = 1000;
const LEAST_WAIT_MS = 3000;
const SPREAD_MS = 15_000;

const NOT = "looked-not";
const LOOKED = "looked";
const TOLD = "looked-told";

let measuring = false;

/** Counts from now on, and tells when it is over; asked again, it goes on as it was. */
export function measure(held: Held): void {
  if (measuring) return;
  measuring = true;
  let touched = -Infinity;
  let last = performance.now();
  let waiting = false;
  const touch = () => (touched = performance.now());
  addEventListener("pointerdown", touch, { capture: true, passive: true });
  addEventListener("keydown", touch, { capture: true });

  effect(() => {
    void now.value;
    const at = performance.now();
    const passed = Math.min(at - last, LONGEST_TICK_MS);
    last = at;
    const g = held.gathering.peek();
    if (!g?.common.receipt || recall(g.id, NOT)) return;
    if (g.scene.round > 0) count(g.id, !document.hidden && (lit(g) || at - touched < TOUCHED_MS) ? passed : 0);
    else if (g.scene.name === "together" && !waiting) {
      waiting = true;
      setTimeout(() => tell(g.id), LEAST_WAIT_MS + Math.random() * SPREAD_MS);
    }
  });
}

/** Only looking for each other asks for eyes. */
function lit({ scene, envelope }: Gathering): boolean {
  return scene.name === "find" && !envelope?.found;
}

function count(id: string, passed: number): void {
  const before = recall(id, LOOKED);
  if (passed > 0 || before === undefined) keep(id, LOOKED, String(Math.round(Number(before ?? 0) + passed)));
}

/** In seconds; nothing when this phone was in no round. */
function looked(id: string): number | undefined {
  const ms = recall(id, LOOKED);
  return ms === undefined ? undefined : Math.round(Number(ms) / 1000);
}

function tell(id: string): void {
  const seconds = looked(id);
  if (seconds === undefined || recall(id, TOLD) || recall(id, NOT)) return;
  keep(id, TOLD, "yes");
  sendQuietly(id, { type: "tell-attention", as: "participant", seconds });
}

interface Props {
  g: Gathering;
  words: LaterWords;
}

/** Before the start: what will be counted, and a way out of it. */
export function Announced({ g, words }: Props) {
  const not = useSignal(Boolean(recall(g.id, NOT)));
  const turn = () => {
    not.value = !not.value;
    keep(g.id, NOT, not.value ? "yes" : "");
  };
  return (
    <div class="fine counted">
      <p>{not.value ? words.notCounted : words.counted}</p>
      <button class="quiet" onClick={turn}>
        {not.value ? words.countMe : words.countMeNot}
      </button>
    </div>
  );
}

/** Afterwards: one's own, which nobody else sees. */
export function Receipt({ g, words }: Props) {
  const seconds = recall(g.id, NOT) ? undefined : looked(g.id);
  if (seconds === undefined) return null;
  return <p class="fine receipt">{words.looked(seconds)}</p>;
}
