import assert from "node:assert/strict";
import { test } from "node:test";
import { cardLink, readCard, type Card } from "../shared/cards.ts";

const card: Card = { language: "nl", challenge: "Wat houdt je bezig?", give_and_take: "Wat zoek je, en wat breng je mee?", title: "Été ✨", note: "“goed”", ahead: false };
const fragment = (link: string) => link.split("#")[1]!;

test("a card survives its link", () => {
  assert.match(cardLink(card), /^\/card#[A-Za-z0-9_-]+$/);
  assert.deepEqual(readCard(fragment(cardLink(card))), card);
});

test("what is no card is none", () => {
  const made = (said: unknown) => Buffer.from(JSON.stringify(said)).toString("base64url");
  const bad = [
    "", "x", "%%%", "a".repeat(5000), made(null), made({}), made(["nl", "a", "b"]), made(["../x", "a", "b", "", "", 0]), made([7, "a", "b", "", "", 0]),
    made(["nl", "", "b", "", "", 0]), made(["nl", "a".repeat(201), "b", "", "", 0]), made(["nl", { a: 1 }, "b", "", "", 0]),
    made(["nl", "\u200b", "b", "", "", 0]), Buffer.from([0xff, 0xfe]).toString("base64url"),
  ];
  for (const text of bad) assert.equal(readCard(text), undefined, text.slice(0, 40));
});

test("a card cannot turn its own line round", () => {
  const read = readCard(fragment(cardLink({ ...card, challenge: "Wat\u202e nu\n?" })));
  assert.equal(read?.challenge, "Wat nu ?");
});
