import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Pocket } from "./away.tsx";
import type { Hosting } from "./gathering.ts";

const PATIENCE_MS = 60_000;

/** Can phones get here at all? Guest networks that keep devices apart look just like an empty room, so the host tries with a
 * phone of their own, and sees at once whether it got through; long before anybody waits. */
export function Reach({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  const patient = useSignal(true);
  useEffect(() => {
    const timer = setTimeout(() => (patient.value = false), PATIENCE_MS - Math.min(PATIENCE_MS, performance.now()));
    return () => clearTimeout(timer);
  }, []);
  if (common.host.reached) return <p class="reached" role="status">{texts.reach.through}</p>;
  if (patient.value) return <p class="advice">{texts.reach.test}</p>;
  return (
    <div class="advice" role="status">
      <p>{texts.door.isolation}</p>
      <Pocket texts={texts} />
    </div>
  );
}
