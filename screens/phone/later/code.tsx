import { codeOf, pathOf } from "./qr.ts";

const QUIET = 4;

/** A text for another phone's camera. White whatever the ground: cameras want it so. Nothing when it is too long. */
export function Code({ text, label }: { text: string; label: string }) {
  const drawn = codeOf(text);
  if (!drawn) return null;
  const side = drawn.length + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <path d={pathOf(drawn)} />
    </svg>
  );
}
