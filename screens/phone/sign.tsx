import { useSignal, useSignalEffect } from "@preact/signals";

/** The picture that the stage shows too; it comes after the first paint, which needs nothing of it. */
export function Sign({ src }: { src: string }) {
  const painted = useSignal(false);
  useSignalEffect(() => {
    const timer = setTimeout(() => (painted.value = true), 300);
    return () => clearTimeout(timer);
  });
  return <img class="sign" alt="" src={painted.value ? src : undefined} />;
}
