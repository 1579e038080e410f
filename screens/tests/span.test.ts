import assert from "node:assert/strict";
import { test } from "node:test";
import nl from "../../src/tingsha/languages/nl.json" with { type: "json" };
import { said } from "../shared/texts/said.ts";
import { spanOf, turnOf } from "../shared/texts/span.ts";

const { host } = said({ host: nl.host }, "nl-NL");

test("a turn is said as one says it", () => {
  assert.deepEqual([60, 120, 90, 45, 600].map((s) => turnOf(host, s)), ["één minuut", "twee minuten", "90 seconden", "45 seconden", "tien minuten"]);
});

test("few seconds stay seconds, many become minutes", () => {
  assert.deepEqual([0, 1, 40, 89, 90, 720].map((s) => spanOf(host.receipt, s)), ["0 seconden", "1 seconde", "40 seconden", "89 seconden", "2 minuten", "12 minuten"]);
});
