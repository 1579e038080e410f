// The bell's sound wave: the one ornament there is.

/** Concentric rings around the cymbal. They breathe (`breathing`), ring out once (`ringing`) or keep still. */
export function Rings({ state = "breathing" }: { state?: "breathing" | "ringing" | "still" }) {
  return (
    <svg class={`rings ${state}`} viewBox="-110 -110 220 220" fill="none" aria-hidden="true">
      <circle class="wave" r="107" opacity=".14" stroke-width="1" />
      <circle class="wave" r="90" opacity=".28" stroke-width="1.2" />
      <circle class="wave" r="68" opacity=".48" stroke-width="1.6" />
      <circle class="wave" r="46" opacity=".78" stroke-width="2" />
      <circle class="dome" r="26" />
      <circle class="hole" r="9" />
    </svg>
  );
}

const RADIUS = 112;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of a segment is left, as a ring that empties; without digits. `fraction` runs from 0 to 1. */
export function Ring({ fraction }: { fraction: number }) {
  const left = Math.max(0, Math.min(1, 1 - fraction)) * ROUND;
  return (
    <svg class="ring" viewBox="-125 -125 250 250" fill="none" aria-hidden="true">
      <circle class="track" r={RADIUS} />
      <circle class="left" r={RADIUS} stroke-dasharray={`${left} ${ROUND}`} transform="rotate(-90)" />
    </svg>
  );
}
