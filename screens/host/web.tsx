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
  const whole = common.whole === true;
  const web = useSignal<Web | undefined>(undefined);
  useEffect(() => {
    let stale = false;
    const take = (found: Web | undefined) => {
      if (!stale) web.value = found;
    };
    if (asked) void read<Web>(`/api/gatherings/${id}/web`).then((answer) => take(answer.ok ? answer.value : undefined));
    else take(undefined);
    return () => {
      stale = true;
    };
  }, [asked, whole, common.phase]);
  return (
    <section class="card" aria-labelledby="web">
      <h2 id="web">{texts.web.title}</h2>
      <p class="fine">{texts.web.how}</p>
      <p class="takeaway">
        <button type="button" aria-pressed={shown} onClick={() => void act({ type: "web", on: !shown, whole })}>
          {shown ? texts.web.hide : texts.web.show}
        </button>
        {asked && common.community && (
          <button type="button" aria-pressed={whole} onClick={() => void act({ type: "web", on: true, whole: !whole })}>{texts.web.whole}</button>
        )}
      </p>
      {asked && common.community && <p class="fine">{texts.web.wholeHint}</p>}
      {web.value && <InWords web={web.value} hosting={hosting} />}
      {asked && (
        <p class="takeaway">
          {(["graphml", "gexf", "edges"] as const).map((kind) => (
            <a key={kind} class="button" href={`/api/gatherings/${id}/export.${kind === "edges" ? "edges.csv" : kind}`} download>{texts.web[kind]}</a>
          ))}
        </p>
      )}
    </section>
  );
}

/** The picture for who does not see it, and what only the host need think about. */
function InWords({ web, hosting: { common, texts } }: { web: Web; hosting: Hosting }) {
  const { people, conversations, sure, bridges, hardly_met } = web;
  return (
    <>
      {hardly_met.length > 0 && (
        <p>
          {filled(texts.web.hardly, {
            groups: listOf(common.language, hardly_met.map(([one, other]) => filled(texts.web.and, { one, other }))),
          })}
        </p>
      )}
      <details>
        <summary>{texts.web.inWords}</summary>
        <p>{filled(texts.web.said, { people, conversations, sure })}</p>
        {bridges.length > 0 && (
          <>
            <h3>{texts.web.between}</h3>
            <ul>
              {bridges.map(({ one, other, lines, chance }) => (
                <li key={`${one}${other}`}>
                  {filled(texts.web.bridge, { one, other, n: lines })} <span class="fine">({filled(texts.web.atRandom, { n: chance })})</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </>
  );
}
