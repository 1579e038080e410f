import assert from "node:assert/strict";
import { test } from "node:test";
import { heedBoard, mine, remember } from "../phone/later/slips.ts";
import { keep, recall } from "../shared/storage.ts";
import type { Shared } from "../shared/wire.ts";
import { freshPhone } from "./kept.ts";

const shared = (...names: string[]) => names.map((contribution) => ({ contribution, kind: "need", words: "x" }) as Shared);
const hangs = () => mine.value.map((slip) => slip.hangs);

test("what hung on the board and does no more was taken down, and nothing else was", () => {
  freshPhone();
  const slip = (secret: string, contribution?: string) => ({ secret, kind: "need", words: "x", how: "anonymous", contribution });
  keep("here", "board.mine", JSON.stringify([slip("1", "a"), slip("2", "waits"), slip("3")]));
  remember("here");
  heedBoard(shared("b", "c"), true);
  assert.deepEqual(hangs(), [undefined, undefined, undefined], "it has not gone up yet");
  heedBoard(shared("a", "b"), false);
  assert.deepEqual(hangs(), [true, undefined, undefined]);
  heedBoard(shared("b"), false);
  heedBoard([], true);
  assert.deepEqual(hangs(), [true, undefined, undefined], "there is more of it, or nothing for anybody");
  heedBoard(shared("b"), true);
  assert.deepEqual(hangs(), [false, undefined, undefined]);
  assert.match(recall("here", "board.mine")!, /"hangs":false/);
  heedBoard(shared("a", "b"), true);
  assert.deepEqual(hangs(), [true, undefined, undefined]);
});
