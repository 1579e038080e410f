import { defineConfig, type Plugin } from "vite";

/** A page's one stylesheet is there already, so a part fetched later needs no preloading: a whole kilobyte less on every phone. */
const noPreload: Plugin = {
  name: "no-preload",
  enforce: "pre",
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

/** One script per screen; what lies in `later/`, and the words of each language, are fetched when they are needed. */
const AT_ONCE = /^(?!.*\/later\/)(?!.*\/phone\/texts\/(nl|en)\.ts).*$/;

// The pages are served under `default-src 'self'`, so nothing may end up inside the HTML or in a data: address.
export default defineConfig({
  base: "/",
  publicDir: false,
  plugins: [noPreload],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: ["es2022", "safari15.4"],
    outDir: "../src/tingsha/live/pages",
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { output: { codeSplitting: { groups: [{ name: "screen", test: AT_ONCE }] } } },
  },
});
