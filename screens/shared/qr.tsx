import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { newId, post } from "./send.ts";
import type { Drawn } from "./wire.ts";

/** A path of this site as a QR code, drawn by the server, which does not keep it. */
export function Code({ path, label }: { path: string; label: string }) {
  const drawn = useSignal<Drawn | undefined>(undefined);
  useEffect(() => {
    let current = true;
    void post<Drawn>("/api/qr", { id: newId(), path }).then((answer) => {
      if (current && answer.ok) drawn.value = answer.value;
    });
    return () => {
      current = false;
    };
  }, [path]);
  if (!drawn.value) return null;
  const { size, dark } = drawn.value;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`-2 -2 ${size + 4} ${size + 4}`} shape-rendering="crispEdges">
      <path d={dark} />
    </svg>
  );
}
