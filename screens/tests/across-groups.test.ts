import assert from "node:assert/strict";
import { test } from "node:test";
import { acrossGroups } from "../stage/later/across-groups.ts";

test("the share across groups is told where two groups are told apart", () => {
  assert.equal(acrossGroups({ mixed: 2, sortable: 3, bridgeable: 1 }), 0.67);
  assert.equal(acrossGroups({ mixed: 0, sortable: 3, bridgeable: 3 }), 0);
});

test("of one group beside others that are too small, no share across groups is told", () => {
  assert.equal(acrossGroups({ mixed: 0, sortable: 1, bridgeable: 0 }), undefined);
  assert.equal(acrossGroups({ mixed: 0, sortable: 0, bridgeable: 1 }), undefined);
});
