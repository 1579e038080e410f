import { defineConfig } from "vite";

// The pages are served under `default-src 'self'`, so nothing may end up inside the HTML or in a data: address.
export default defineConfig({
  base: "/",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: ["es2022", "safari15.4"],
    outDir: "../src/tingsha/live/pages",
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
