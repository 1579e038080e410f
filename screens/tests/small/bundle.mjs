// Prints one script with Preact and our own small part of it side by side, for a page of a test.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const built = await build({
  configFile: false,
  logLevel: "silent",
  build: { write: false, minify: false, lib: { entry: join(here, "both.ts"), formats: ["iife"], name: "both" } },
});
process.stdout.write(built[0].output[0].code);
