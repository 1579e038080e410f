import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutUnused } from "../used.mjs";

test("colours that nothing rests on are left out, and those they rested on too", () => {
  const css = ":root{--a:#fff;--b:light-dark(red,blue);--c:var(--d);--d:1px}p{color:var(--a,black);--e:2;margin:0}";
  assert.equal(withoutUnused(css), ":root{--a:#fff;}p{color:var(--a,black);margin:0}");
});
