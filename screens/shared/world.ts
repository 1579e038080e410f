// What a device tells of its network, of its owner's eyes, and of being put away and taken out again.

/** Away from the eye for so long, a phone has perhaps slept, and its line with it. */
const HIDDEN_MS = 20_000;

/** What a stream does about it. */
export interface Answers {
  /** open a new line */
  renew(): void;
  /** do not wait out a pause */
  hurry(): void;
  save(): void;
  lose(): void;
  leave(): void;
}

/** Heeds what the device tells; returns how to stop. */
export function heedWorld({ renew, hurry, save, lose, leave }: Answers): () => void {
  let hidden = Date.now();
  const seen = () => {
    if (document.hidden) {
      hidden = Date.now();
      save();
    } else if (Math.abs(Date.now() - hidden) > HIDDEN_MS) renew();
    else hurry();
  };
  const unplugged = async () => {
    if (!(await reachable())) lose(); // a stage beside its own server loses nothing
  };
  const away = () => {
    save();
    leave(); // a page with an open stream is not kept for going back to
  };
  const back = (event: PageTransitionEvent) => event.persisted && renew();

  const heeded = [
    [document, "visibilitychange", seen],
    [globalThis, "online", renew],
    [globalThis, "offline", unplugged],
    [globalThis, "pagehide", away],
    [globalThis, "pageshow", back],
  ] as const;
  for (const [who, what, then] of heeded) who.addEventListener(what, then as EventListener);
  return () => heeded.forEach(([who, what, then]) => who.removeEventListener(what, then as EventListener));
}

async function reachable(): Promise<boolean> {
  try {
    return (await fetch("/api/clock", { cache: "no-store", signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}
