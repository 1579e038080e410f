import { useLayoutEffect, useRef } from "preact/hooks";

const LARGEST = 1.24;
const SMALLEST = 0.4;
const STEP = 0.04;

/** Makes the words of an element as large as its box lets them be: sets `--fit`. `words` is what it depends on. */
export function useFit(words: string) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const fit = () => shrink(element);
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    void document.fonts?.ready.then(fit);
    return () => watch.disconnect();
  }, [words]);
  return box;
}

function shrink(element: HTMLElement): void {
  for (let fit = LARGEST; fit >= SMALLEST; fit -= STEP) {
    element.style.setProperty("--fit", fit.toFixed(2));
    const fits = element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1;
    if (fits) return;
  }
}
