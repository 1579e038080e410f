import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** A hurried finger taps twice, and the second tap was never meant for what stands in the same place by then. */
const SETTLE_MS = 700;

/** Whether this step, or what is different about it now, has stood here long enough to be answered. */
export function useSettled(step: unknown = ""): boolean {
  const standing = useSignal<{ step: unknown } | undefined>(undefined);
  useEffect(() => {
    const soon = setTimeout(() => (standing.value = { step }), SETTLE_MS);
    return () => clearTimeout(soon);
  }, [step]);
  return standing.value !== undefined && standing.value.step === step;
}
