// One build per page: each screen is one script and one stylesheet, and no phone pays for what only the host needs. The worker
// comes last, for it knows by name all that the pages may ever fetch.
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { pack } from "./pack.mjs";
import { partsOf } from "./parts.mjs";
import { usedOnly } from "./used.mjs";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
const pages = join(here, "../src/tingsha/live/pages");
rmSync(pages, { recursive: true, force: true });
for (const asItIs of ["pictures", "icons", "manifest.webmanifest"]) {
  cpSync(join(here, asItIs), join(pages, asItIs), { recursive: true });
}

const screens = {};
const digest = createHash("sha256").update(readFileSync(join(here, "worker/main.ts")));
for (const page of readdirSync(here).filter((name) => name.endsWith(".html"))) {
  const lighter = page === "phone.html" ? [usedOnly] : [];
  const { output } = await build({ root: here, plugins: lighter, build: { rollupOptions: { input: join(here, page), output: { codeSplitting: partsOf(page) } } } });
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
