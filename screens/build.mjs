// One build per page: each screen is one script and one stylesheet, and no phone pays for what only the host needs.
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
rmSync(join(here, "../src/tingsha/live/pages"), { recursive: true, force: true });

for (const page of readdirSync(here).filter((name) => name.endsWith(".html"))) {
  await build({ root: here, build: { rollupOptions: { input: join(here, page) } } });
}
