import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { read } from "../shared/send.ts";
import { listOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { Web } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";

/** Who met whom: on the stage when the host says so, as files, and a thought for the host alone. */
export function WhoMetWhom({ hosting }: { hosting: Hosting }) {
  const { id, common, texts, act } = hosting;
  const shown = common.web === "now" || (common.web === "after" && common.phase === "closed");
  const asked = common.web !== "off";
  const web = useSignal<Web | undefined>(undefined);
  useEffect(() => {
    if (asked) void read<Web>(`/api/gatherings/${id}/web`).then((answer) => (web.value = answer.ok ? answer.value : undefined));
    else web.value = undefined;
  }, [asked, common.phase]);
  return (
    <section class="card" aria-labelledby="web">
      <h2 id="web">{texts.web.title}</h2>
      <p class="fine">{texts.web.how}</p>
      <p class="takeaway">
        <button type="button" aria-pressed={shown} onClick={() => void act({ type: "web", on: !shown })}>
          {shown ? texts.web.hide : texts.web.show}
        </button>
        {asked && ["graphml", "gexf"].map((kind) => (
          <a key={kind} class="button" href={`/api/gatherings/${id}/export.${kind}`} download>{texts.web[kind as "graphml" | "gexf"]}</a>
        ))}
      </p>
      {web.value && web.value.hardly_met.length > 0 && (
        <p>
          {filled(texts.web.hardly, {
            groups: listOf(common.language, web.value.hardly_met.map(([one, other]) => filled(texts.web.and, { one, other }))),
          })}
        </p>
      )}
    </section>
  );
}
