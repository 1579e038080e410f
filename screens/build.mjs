// One build per page: each screen is one script and one stylesheet, and no phone pays for what only the host needs. The worker
// comes last, for it knows by name all that the pages may ever fetch.
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { pack } from "./pack.mjs";
import { usedOnly } from "./used.mjs";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
const pages = join(here, "../src/tingsha/live/pages");
rmSync(pages, { recursive: true, force: true });
for (const asItIs of ["pictures", "icons", "manifest.webmanifest"]) {
  cpSync(join(here, asItIs), join(pages, asItIs), { recursive: true });
}

// The phone is fetched in crowded halls over slow lines: it draws with our own small part of Preact.
const small = (name) => join(here, "shared/small", name);
const SMALL = [
  { find: /^preact$/, replacement: small("preact.ts") },
  { find: /^preact\/hooks$/, replacement: small("hooks.ts") },
  { find: /^preact\/jsx-runtime$/, replacement: small("jsx-runtime.ts") },
  { find: /^@preact\/signals(-core)?$/, replacement: small("signals.ts") },
];

const screens = {};
const digest = createHash("sha256").update(readFileSync(join(here, "worker/main.ts")));
for (const page of readdirSync(here).filter((name) => name.endsWith(".html"))) {
  const lighter = page === "phone.html" ? { resolve: { alias: SMALL }, plugins: [usedOnly] } : {};
  const { output } = await build({ root: here, ...lighter, build: { rollupOptions: { input: join(here, page) } } });
  const files = output.filter(({ fileName }) => !fileName.endsWith(".html"));
  const script = files.find(({ isEntry }) => isEntry);
  screens[basename(page, ".html")] = [script, ...files.filter((file) => file !== script)].map(({ fileName }) => `/${fileName}`);
  digest.update(readFileSync(join(pages, page)));
}

digest.update(JSON.stringify(screens));
await build({
  root: here,
  define: { SCREENS: JSON.stringify(screens), BUILD: JSON.stringify(digest.digest("hex").slice(0, 16)) },
  build: {
    rollupOptions: {
      input: join(here, "worker/main.ts"),
      output: { entryFileNames: "worker.js", format: "iife", codeSplitting: false },
    },
  },
});
await pack(pages);
