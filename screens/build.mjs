// One build per page: each screen is one script and one stylesheet, and no phone pays for what only the host needs.
import { cpSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
const pages = join(here, "../src/tingsha/live/pages");
rmSync(pages, { recursive: true, force: true });
cpSync(join(here, "pictures"), join(pages, "pictures"), { recursive: true });
for (const page of readdirSync(here).filter((name) => name.endsWith(".html"))) {
  await build({ root: here, build: { rollupOptions: { input: join(here, page) } } });
}
