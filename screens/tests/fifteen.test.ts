import assert from "node:assert/strict";
import { test } from "node:test";
import { CUES, given, HINTS, score, sentences } from "./fifteen.ts";

const ELSEWHERE: [language: string, text: string, hints: string[]][] = [
  ["de", "Morgen frage ich zwei Kolleginnen, was ihnen fehlt.", []],
  ["de", "Ich schalte von neun bis elf alles stumm, ohne um Erlaubnis zu fragen.", []],
  ["de", "Die Genehmigung der Leitung einholen.", ["leave"]],
  ["de", "Wir brauchen mehr Personal.", ["means"]],
  ["de", "Die Verwaltung müsste endlich handeln.", ["others"]],
  ["fr", "Demain je demande à deux collègues ce qui leur manque.", []],
  ["fr", "Je range le dossier, sans permission de personne.", []],
  ["fr", "Demander l’autorisation de la direction.", ["leave"]],
  ["fr", "Trouver un budget pour une formation.", ["means"]],
  ["fr", "Il faut que quelqu’un prenne les choses en main.", ["others"]],
  ["es", "Mañana pregunto a dos compañeras qué echan en falta.", []],
  ["es", "Ordeno la carpeta, sin permiso de nadie.", []],
  ["es", "Pedir permiso a la directora.", ["leave"]],
  ["es", "Contratar a otra persona.", ["means"]],
  ["es", "Ojalá cambiaran los políticos.", ["others"]],
];

test("the labelled set is large enough, in Dutch and in English, and no sentence stands in it twice", () => {
  const all = [...sentences("known"), ...sentences("fresh")];
  assert.ok(all.length >= 120);
  assert.equal(new Set(all.map(({ text }) => text)).size, all.length);
  for (const language of ["nl", "en"]) assert.ok(all.filter((each) => each.language === language).length >= 60);
});

test("a hint is seldom wrong; of sentences it never saw it misses more than it finds, and is still right", () => {
  for (const hint of HINTS) {
    const { wanted, right, given: gave } = score(hint, sentences("known"));
    assert.ok(right / gave >= 0.95 && right / wanted >= 0.9, hint);
  }
  const fresh = HINTS.map((hint) => score(hint, sentences("fresh")));
  const sum = (of: "wanted" | "given" | "right") => fresh.reduce((all, each) => all + each[of], 0);
  assert.ok(sum("right") / sum("given") >= FRESH_PRECISION);
  assert.ok(sum("right") / sum("wanted") >= FRESH_RECALL);
});

const FRESH_RECALL = 0.3;
const FRESH_PRECISION = 0.85;

test("every language of ours has its cues, and they tell the plainest cases apart", () => {
  assert.deepEqual(Object.keys(CUES).sort(), ["de", "en", "es", "fr", "nl"]);
  for (const [language, text, hints] of ELSEWHERE) assert.deepEqual(given({ language, text, wanted: [] }), hints, text);
});

test("what was typed so far is no reason to say anything", () => {
  for (const language of Object.keys(CUES)) assert.deepEqual(given({ language, text: " \n. ,", wanted: [] }), []);
});
