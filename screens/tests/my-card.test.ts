import assert from "node:assert/strict";
import { test } from "node:test";
import type { Gathering } from "../phone/gathering.ts";
import { agreedCard, cardToAgreeWith, keepAgreedCard, keepMyCard, myCard } from "../phone/later/my-card.ts";
import { freshPhone } from "./kept.ts";

const g = { id: "here", mine: { name: "Noor" } } as Gathering;

test("what was filled in for one is there for the other, whichever came first", () => {
  freshPhone();
  assert.deepEqual(cardToAgreeWith(g), { name: "Noor" });
  keepMyCard(g, { name: "Noor V.", email: "noor@x.example" });
  assert.deepEqual(cardToAgreeWith(g), { name: "Noor V.", email: "noor@x.example" });
  freshPhone();
  keepAgreedCard("here", { name: "Noor", phone: "06" });
  assert.deepEqual(myCard(g), { name: "Noor", phone: "06" });
});

test("whoever was said yes to gets what was filled in for them, and what was emptied stays so", () => {
  freshPhone();
  keepAgreedCard("here", { name: "Noor", phone: "06" });
  keepMyCard(g, { name: "N.", phone: "", email: "noor@x.example" });
  assert.deepEqual(agreedCard("here"), { name: "Noor", phone: "06" });
  assert.deepEqual(myCard(g), { name: "N.", phone: "", email: "noor@x.example" });
  assert.deepEqual(cardToAgreeWith(g), { name: "Noor", phone: "06", email: "noor@x.example" });
});
