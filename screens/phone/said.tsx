import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Said by screen readers when it changes. It comes a moment after its place: what comes along with its place is not said. */
export function Said({ words }: { words: string }) {
  const said = useSignal("");
  useEffect(() => {
    said.value = words;
  }, [words]);
  return (
    <p class="unseen" role="status">
      {said.value}
    </p>
  );
}
