// Stands between the screens and the network, so that a page comes back while the server is gone. It keeps the screens' own files
// and nothing else: they are the same for everybody. What the API says is never touched, let alone kept.

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: for each screen its script, and everything it may ever fetch besides. */
declare const SCREENS: Record<string, readonly string[]>;
declare const BUILD: string;

const screens = SCREENS;
const PREFIX = "tingsha.";
const CACHE = PREFIX + BUILD;
/** Any address of a screen brings its page; these need no gathering. */
const SHELLS: Record<string, string> = { open: "/", phone: "/j", host: "/host/-", stage: "/stage/-" };
/** The files are the same for everybody, whatever the headers warn of. */
const ANY = { ignoreVary: true };
const PATIENCE_MS = 4000;
/** What a proxy says whose server is gone. */
const GONE = [502, 503, 504];

const shellOf = (screen: string) => SHELLS[screen] ?? `/${screen}`;

/** Which screen an address shows. */
function screenAt(path: string): string | undefined {
  const first = path.split("/")[1] || "open";
  const screen = first === "j" ? "phone" : first;
  return screen in screens ? screen : undefined;
}

self.addEventListener("install", (event) => event.waitUntil(takeOver()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("message", (event) => event.waitUntil(keep(String(event.data)).catch(() => {})));
self.addEventListener("fetch", (event) => answer(event));

/** What an earlier build kept here is kept in this one too, before it may go. A worker never pushes another one out: pages that
 * are open keep the files they were built with, and a running gathering notices nothing. */
async function takeOver(): Promise<void> {
  const kept = await Promise.all(Object.keys(screens).map(async (screen) => ((await caches.match(shellOf(screen), ANY)) ? screen : "")));
  await Promise.all(kept.filter(Boolean).map((screen) => keep(screen).catch(() => {})));
}

async function tidy(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Keeps a screen whole or not at all. A page of another build than ours is left to the worker that came with it. */
async function keep(screen: string): Promise<void> {
  const cache = await caches.open(CACHE);
  const [script = "", ...others] = screens[screen] ?? [];
  if (!script || (await cache.match(shellOf(screen), ANY))) return;
  const shell = await fetch(shellOf(screen), { credentials: "omit", cache: "no-store" });
  if (!shell.ok || !(await shell.clone().text()).includes(script)) return;
  await cache.addAll([script, ...others]);
  await cache.put(shellOf(screen), shell);
}

function answer(event: FetchEvent): void {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const screen = request.mode === "navigate" ? screenAt(url.pathname) : undefined;
  if (screen) event.respondWith(page(request, screen));
  else if (/^\/(assets|pictures|icons)\//.test(url.pathname)) event.respondWith(file(request));
}

/** The server's own page while it is there, and the kept one when it is not. */
async function page(request: Request, screen: string): Promise<Response> {
  const kept = () => caches.match(shellOf(screen), ANY);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return (GONE.includes(fresh.status) && (await kept())) || fresh;
  } catch (gone) {
    const shell = await kept();
    if (shell) return shell;
    throw gone;
  }
}

/** Files never change under their names. Pictures are kept as they are met. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, ANY);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && new URL(request.url).pathname.startsWith("/pictures/")) {
    await (await caches.open(CACHE)).put(request, fresh.clone());
  }
  return fresh;
}

export {};
