import { useSignal } from "@preact/signals";
import { read } from "../shared/send.ts";
import { listOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { Hosting } from "./gathering.ts";

/** What there is to print for this gathering as it stands. Each opens in a tab of its own. */
export function Paper({ hosting }: { hosting: Hosting }) {
  const { id, common, texts } = hosting;
  const numbers = common.milling === "numbers";
  const kinds: [string, string, boolean][] = [
    ["host-sheet", texts.paper.sheet, true],
    ["cards", texts.paper.cards, numbers ? common.counted !== undefined : common.host.people > 0],
    ["without-phone", texts.paper.phoneless, !numbers && common.host.without_phone > 0],
    ["posters", texts.paper.posters, common.milling === "guided" && common.host.people > 1],
    ["table", texts.paper.table, common.counted !== undefined],
  ];
  const numbered = useSignal<string[]>([]);
  const look = async (open: boolean) => {
    const answer = open && !numbers ? await read<{ names: string[] }>(`/api/gatherings/${id}/unprintable`) : undefined;
    numbered.value = answer?.ok ? answer.value.names : [];
  };
  return (
    <details class="card paper" onToggle={(event) => void look(event.currentTarget.open)}>
      <summary>{texts.paper.title}</summary>
      <p class="fine">{texts.paper.about}</p>
      <p class="takeaway">
        {kinds.filter(([, , there]) => there).map(([kind, words]) => (
          <a key={kind} class="button" href={`/api/gatherings/${id}/paper/${kind}.pdf`} target="_blank" rel="noopener">{words}</a>
        ))}
      </p>
      {numbered.value.length > 0 && (
        <p class="advice" role="status"><bdi>{filled(texts.paper.unprintable, { names: listOf(common.language, numbered.value) })}</bdi></p>
      )}
    </details>
  );
}
