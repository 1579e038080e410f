// The one picture of the first page: a room seen from above. Two by two around the bell; when it rings, everybody has
// somebody else.

const PLACES = Array.from({ length: 9 }, (_, at) => (at * 360) / 9);
const INNER = 60;
const OUTER = 85;

export function Circle() {
  return (
    <svg class="circle" viewBox="-112 -112 224 224" fill="none" aria-hidden="true">
      {[34, 34, 34].map((radius, at) => <circle key={at} class="wave" r={radius} />)}
      <circle class="dome" r="17" />
      <circle class="hole" r="6" />
      {PLACES.map((turn) => <rect key={turn} class="place" x="-14" y={-(OUTER + 14)} width="28" height={OUTER - INNER + 28} rx="14" transform={`rotate(${turn})`} />)}
      <g class="stay">{PLACES.map((turn) => <circle key={turn} class="one" cy={-INNER} r="9" transform={`rotate(${turn})`} />)}</g>
      <g class="go">{PLACES.map((turn) => <circle key={turn} class="other" cy={-OUTER} r="9" transform={`rotate(${turn})`} />)}</g>
    </svg>
  );
}
