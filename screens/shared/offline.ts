// Has a worker keep a screen's own files, so that it opens while the server is gone. On plain HTTP there are no workers: there a
// page that is closed or reloaded just then is gone, which is said where it matters.

import { comesBack } from "./kept.ts";
import { trusted } from "./trusted.ts";

export type Screen = "open" | "phone" | "host" | "stage" | "pocket";

const WORKER = "/worker.js";
/** The page comes first; its worker when all is quiet. */
const QUIET_MS = 3000;

/** Call once, when the screen is there. Nothing is lost when it fails. */
export function keepScreens(...screens: readonly Screen[]): void {
  if (comesBack()) setTimeout(() => void register(screens).catch(() => {}), QUIET_MS);
}

async function register(screens: readonly Screen[]): Promise<void> {
  const registration = await navigator.serviceWorker.register(trusted(WORKER));
  const ask = (worker: ServiceWorker | null) => screens.forEach((screen) => worker?.postMessage(screen));
  ask(registration.installing ?? registration.waiting ?? registration.active);
  registration.addEventListener("updatefound", () => ask(registration.installing));
}
