// By the code on the screen a phone knows the gathering again, however it came in.

import { forget, keep, recall } from "../shared/storage.ts";

export function remember(id: string, code: string): void {
  keep(code, "gathering", id);
  keep(id, "code", code);
}

/** Nothing of it stays on this phone. */
export function forgetAll(id: string, code = recall(id, "code") ?? ""): void {
  forget(code);
  forget(id);
}
