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
  return (
    <details class="card paper">
      <summary>{texts.paper.title}</summary>
      <p class="fine">{texts.paper.about}</p>
      <p class="takeaway">
        {kinds.filter(([, , there]) => there).map(([kind, words]) => (
          <a key={kind} class="button" href={`/api/gatherings/${id}/paper/${kind}.pdf`} target="_blank" rel="noopener">{words}</a>
        ))}
      </p>
    </details>
  );
}
