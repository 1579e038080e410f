import { useSignal } from "@preact/signals";
import { now } from "../shared/now.ts";
import { isNear, untilOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import type { Hosting } from "./gathering.ts";
import { Board } from "./board.tsx";
import { Bring } from "./bring.tsx";
import { StageLink } from "./door.tsx";
import { Poster } from "./heard.tsx";
import { Receipt } from "./receipt.tsx";
import { WhoMetWhom } from "./web.tsx";

/** Afterwards: take it along, do it again, or have it gone. */
export function Closed({ hosting }: { hosting: Hosting }) {
  const { id, common, texts, act } = hosting;
  const erased = useSignal(false);
  const near = isNear(common.keep_until, now.peek());
  if (erased.value) return <Gone texts={texts} />;
  const along = useSignal<ReadonlySet<string>>(new Set());
  const again = async () => {
    const answer = await act({ type: "again", bring: [...along.value] });
    const link = answer.ok ? (answer.value as { links?: { host?: string }; link?: string }) : {};
    const to = link.links?.host ?? link.link;
    if (to) goTo(to);
  };
  const onward = hosting.mine.again;
  return (
    <section class="card after" aria-labelledby="after">
      <h2 id="after">{texts.closed.title}</h2>
      {common.host.have_talked > 1 && <p>{texts.closed.met(common.host.have_talked)}</p>}
      <p>{filled(near ? texts.closed.vanishesTime : texts.closed.vanishes, { day: untilOf(common.language, common.keep_until, now.peek()) })}</p>
      {onward ? (
        <p class="onward"><b>{texts.closed.onward}</b> <a class="button main" href={onward}>{texts.closed.onwardGo}</a></p>
      ) : (
        <>
          <Bring hosting={hosting} along={along} />
          <p><button type="button" class="main" onClick={() => void again()}>{texts.closed.again}</button></p>
          <p class="fine">{texts.closed.againHint}</p>
        </>
      )}
      <h3>{texts.closed.exports}</h3>
      <p class="takeaway">
        <a class="button" href={`/api/gatherings/${id}/paper/report.pdf`} target="_blank" rel="noopener">{texts.closed.report}</a>
        <a class="button" href={`/api/gatherings/${id}/report.json`} download>{texts.closed.reportData}</a>
        <a class="button" href={`/api/gatherings/${id}/export.csv`} download>{texts.closed.csv}</a>
        <a class="button" href={`/api/gatherings/${id}/export.met.csv`} download>{texts.closed.metAlready}</a>
        <a class="button" href={`/api/gatherings/${id}/export.json`} download>{texts.closed.json}</a>
      </p>
      <p class="fine">{texts.closed.exportsAbout}</p>
      {common.patterns.length > 0 && <Poster hosting={hosting} />}
      <StageLink hosting={hosting} />
      <Receipt hosting={hosting} />
      <Board hosting={hosting} />
      <WhoMetWhom hosting={hosting} />
      <Erase hosting={hosting} done={() => (erased.value = true)} />
    </section>
  );
}

/** A link to a host page of this same server: only its path and fragment count. */
export function goTo(link: string): void {
  const { pathname, hash } = new URL(link, location.href);
  location.assign(pathname + hash);
}

function Erase({ hosting, done }: { hosting: Hosting; done: () => void }) {
  const { texts, act } = hosting;
  const sure = useSignal(false);
  const erase = async () => {
    const answer = await act({ type: "erase" });
    if (answer.ok) done();
  };
  if (!sure.value) {
    return <p><button type="button" class="quiet" onClick={() => (sure.value = true)}>{texts.closed.erase}</button></p>;
  }
  return (
    <div class="erase" role="group">
      <p>{texts.closed.eraseHint}</p>
      <button type="button" class="danger" onClick={() => void erase()}>{texts.closed.eraseSure}</button>
      <button type="button" class="quiet" onClick={() => (sure.value = false)}>{texts.closed.keep}</button>
    </div>
  );
}

/** Erased, by this host or by another. */
export function Gone({ texts }: { texts: Hosting["texts"] }) {
  return (
    <section class="card after">
      <h2>{texts.closed.erased}</h2>
      <p><a class="button" href="/">{texts.closed.home}</a></p>
    </section>
  );
}
