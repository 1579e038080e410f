import { read } from "../shared/send.ts";
import type { BoardPage, Shared } from "../shared/wire.ts";

/** What hangs on the board, so many pages of it; nothing when the server does not say. */
export async function look(id: string, pages: number) {
  const list: Shared[] = [];
  let page: BoardPage | undefined;
  for (let at = 0; at < pages && page?.after !== null; at++) {
    const answer = await read<BoardPage>(`/api/gatherings/${id}/board?after=${page?.after ?? ""}`);
    if (!answer.ok) return undefined;
    page = answer.value;
    list.push(...page.contributions);
  }
  return page && { list, count: page.count, after: page.after };
}
