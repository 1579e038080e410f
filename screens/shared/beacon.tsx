// What a pair shows each other across the room: a colour, a shape and a number, so that none of the three is needed alone.

import type { BeaconView } from "./wire.ts";

/** The server's words for its colours, far apart for every colour sight and light enough for a dark shape. */
const COLOURS: Record<string, string> = {
  yellow: "#fef83d",
  blue: "#a4b0f9",
  orange: "#f99f54",
  mint: "#71fbdc",
  purple: "#a564b2",
  red: "#df4525",
};

const SHAPES: Record<string, string> = {
  circle: "M50 6a44 44 0 1 1 0 88a44 44 0 1 1 0-88z",
  triangle: "M50 6 96 90H4z",
  diamond: "M50 2 96 50 50 98 4 50z",
  star: "M50 3 62 37l36 1-28 22 10 35-30-20-30 20 10-35L2 38l36-1z",
  cross: "M39 4h22v35h35v22H61v35H39V61H4V39h35z",
  heart: "M50 92 10 50C-6 30 8 8 27 8c11 0 19 7 23 15C54 15 62 8 73 8c19 0 33 22 17 42z",
  moon: "M66 6a46 46 0 1 0 26 68A38 38 0 0 1 66 6z",
  drop: "M50 3c14 22 32 38 32 60a32 32 0 0 1-64 0C18 41 36 25 50 3z",
};

export function colourOf(beacon: BeaconView): string {
  return COLOURS[beacon.colour] ?? "#a4b0f9";
}

export function Shape({ beacon }: { beacon: BeaconView }) {
  return (
    <svg class="shape" viewBox="0 0 100 100" aria-hidden="true">
      <path d={SHAPES[beacon.shape] ?? SHAPES.circle} fill="currentColor" />
    </svg>
  );
}
