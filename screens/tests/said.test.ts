import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { filled, said } from "../shared/texts/said.ts";

const FILES = new URL("../../src/tingsha/languages/", import.meta.url);
const FORMS = /^(\d+|zero|one|two|few|many|other)$/;

test("gaps are filled, and one that nobody fills stays", () => {
  assert.equal(filled("Ronde {round} van {rounds}", { round: 2, rounds: 3 }), "Ronde 2 van 3");
  assert.equal(filled("{name} uit {group}", { name: "$&" }), "$& uit {group}");
});

test("a number chooses its form: itself first, then its kind", () => {
  const words = said({ here: { 1: "de eerste", one: "{n} mens", other: "{n} mensen" }, failed: { stale: "x", other: "y" } }, "nl-NL");
  assert.equal(words.here(1), "de eerste");
  assert.equal(words.here(2), "2 mensen");
  assert.equal(words.here(1200), "1.200 mensen");
  assert.equal(words.failed.other, "y");
});

test("a language with more forms has them all", () => {
  const words = said({ here: { one: "{n} osoba", few: "{n} osoby", many: "{n} osób", other: "{n} osoby" } }, "pl-PL");
  assert.deepEqual([1, 3, 5, 22].map(words.here), ["1 osoba", "3 osoby", "5 osób", "22 osoby"]);
});

test("every file has the forms that its language needs", () => {
  const files = readdirSync(FILES).filter((name) => name.endsWith(".json"));
  assert.ok(files.length >= 2);
  for (const file of files) {
    const written = JSON.parse(readFileSync(new URL(file, FILES), "utf8"));
    const rules = new Intl.PluralRules(written.language.locale);
    const needed = new Set(Array.from({ length: 201 }, (_, n) => rules.select(n)));
    const look = (part: unknown, path: string): void => {
      if (typeof part !== "object" || part === null) return;
      const names = Object.keys(part);
      if (!Array.isArray(part) && names.every((name) => FORMS.test(name))) {
        const counts = names.some((name) => !/^\d+$/.test(name) && name !== "other");
        if (counts) for (const kind of needed) assert.ok(names.includes(kind), `${file}: ${path} lacks ${kind}`);
        return;
      }
      for (const name of names) look((part as Record<string, unknown>)[name], `${path}.${name}`);
    };
    look(written, "");
  }
});
