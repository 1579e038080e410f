import { defineConfig, type Plugin } from "vite";

/** A page's one stylesheet is there already, so a part fetched later needs no preloading: a whole kilobyte less on every phone. */
const noPreload: Plugin = {
  name: "no-preload",
  enforce: "pre",
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

const ONLY = /\/languages\/\w+\.json\?only=([\w,]+)$/;

/** `nl.json?only=phone,pictures`: these sections of a language's file and nothing else, so that a phone fetches its own words.
 * A single section comes as it is. */
const onlySections: Plugin = {
  name: "only-sections",
  enforce: "pre",
  transform(code, id) {
    const names = ONLY.exec(id)?.[1];
    if (!names) return null;
    const written = JSON.parse(code) as Record<string, unknown>;
    const sections = names.split(",");
    const taken = sections.length === 1 ? written[names] : Object.fromEntries(sections.map((name) => [name, written[name]]));
    return { code: `export default ${JSON.stringify(taken)}`, map: null, moduleType: "js" };
  },
};

/** A phone knows the names of all that it may fetch, and what is drawn by lot cannot be packed. */
const NAMES = { chunkFileNames: "assets/[name]-[hash:6].js", entryFileNames: "assets/[name]-[hash:6].js", assetFileNames: "assets/[name]-[hash:6][extname]" };

// The pages are served under `default-src 'self'`, so nothing may end up inside the HTML or in a data: address.
export default defineConfig({
  base: "/",
  publicDir: false,
  plugins: [noPreload, onlySections],
  worker: { format: "es", rollupOptions: { output: NAMES } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    // Reading a signal is an act, so getters are not taken for pure.
    minify: "terser",
    terserOptions: { compress: { passes: 3, ecma: 2020, unsafe_arrows: true, keep_fargs: false } },
    target: ["es2022", "safari15.4"],
    outDir: "../src/tingsha/live/pages",
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: { output: NAMES },
  },
});
