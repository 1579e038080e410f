import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { read } from "../shared/send.ts";
import { listOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { Web } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";

const REST_MS = 3000;

/** Who met whom: on the stage when the host says so, as files, and a thought for the host alone. */
export function WhoMetWhom({ hosting }: { hosting: Hosting }) {
  const { id, common, texts, act } = hosting;
  const covered = common.board?.on_stage === true || common.attention?.shown === true;
  const shown = common.web === "now" || (common.web === "after" && common.phase === "closed" && !covered);
  const asked = common.web !== "off";
  const whole = common.whole === true;
  const reading = useSignal(false);
  const web = useWeb(id, asked, [whole, common.phase, reading.value && common.version]);
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
      {web && <InWords web={web} hosting={hosting} reading={reading} />}
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

/** What the server tells of it, anew after each of the changes, but never more often than every few seconds. */
function useWeb(id: string, asked: boolean, changes: readonly unknown[]): Web | undefined {
  const web = useSignal<Web | undefined>(undefined);
  const latest = useRef({ number: 0, at: -Infinity });
  useEffect(() => {
    const own = latest.current;
    const ask = async () => {
      const number = ++own.number;
      own.at = performance.now();
      const answer = await read<Web>(`/api/gatherings/${id}/web`);
      if (answer.ok && number === own.number) web.value = answer.value;
    };
    if (asked) {
      const wait = setTimeout(() => void ask(), Math.max(0, own.at + REST_MS - performance.now()));
      return () => clearTimeout(wait);
    }
    own.number++;
    web.value = undefined;
    return undefined;
  }, [asked, ...changes]);
  return web.value;
}

/** The picture for who does not see it, and what only the host need think about. */
function InWords({ web, hosting: { common, texts, scenes }, reading }: { web: Web; hosting: Hosting; reading: Signal<boolean> }) {
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
      <details onToggle={(event) => (reading.value = event.currentTarget.open)}>
        <summary>{texts.web.inWords}</summary>
        <p>{filled(texts.web.said, { people: scenes.web.people(people), conversations: scenes.web.conversations(conversations), sure })}</p>
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
