import assert from "node:assert/strict";
import { test } from "node:test";
import { noteCommunity, remember } from "../phone/known.ts";
import { forgetCommunity } from "../phone/later/elsewhere.ts";
import { keep, names, placeOf } from "../shared/storage.ts";
import { freshPhone } from "./kept.ts";

test("who is forgotten in a community is so on this phone in each of its gatherings, and nowhere else", () => {
  freshPhone();
  for (const [gathering, code, community] of [["a", "AAAA", "ours"], ["b", "BBBB", "ours"], ["c", "CCCC", "theirs"], ["d", "DDDD", ""]] as const) {
    remember(gathering, code);
    noteCommunity(gathering, community);
    keep(gathering, "note.2", "about Noor");
  }
  remember("e", "EEEE");
  keep("e", "last.stream", JSON.stringify({ common: { community: "ours" }, mine: {} }));
  keep("f", "last.stream", "no document");
  keep(placeOf("ours"), "device", "key");
  keep(placeOf("theirs"), "device", "key");
  forgetCommunity("ours");
  assert.deepEqual([...new Set(names().map(([of]) => of))].sort(), ["CCCC", "DDDD", "c", "community-theirs", "d", "f"]);
});
