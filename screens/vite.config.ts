import { defineConfig, type Plugin } from "vite";

/** A page's one stylesheet is there already, so a part fetched later needs no preloading: a whole kilobyte less on every phone. */
const noPreload: Plugin = {
  name: "no-preload",
  enforce: "pre",
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

/** One script per screen; what lies in `later/`, and the words of each language, are fetched when they are needed. Of the phone
 * only the door comes at once: its scenes follow while somebody types their name. */
const AT_ONCE =
  /^(?!.*\/later\/)(?!.*\/phone\/texts\/(nl|en)\.ts)(?!.*\/phone\/(inside|find|talk|thanks|together|lobby|notice|menu|beacon|partners|questions|keepsake)\.tsx?).*$/;

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
