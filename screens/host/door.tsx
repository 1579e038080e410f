import { halves } from "../shared/entrance.ts";
import { pictureOf } from "../shared/picture.ts";
import { filled } from "../shared/texts/said.ts";
import type { HostCommon } from "../shared/wire.ts";
import { Copy } from "./copy.tsx";
import type { Hosting } from "./gathering.ts";
import { narrow } from "./narrow.ts";
import { Reach } from "./reach.tsx";

/** How people come in, and who may. While the rounds run it is folded away. */
export function Door({ hosting, folded = false }: { hosting: Hosting; folded?: boolean }) {
  const { common, texts } = hosting;
  if (folded) {
    return (
      <details class="card">
        <summary>{texts.door.title}</summary>
        <WayIn hosting={hosting} />
        <Admission hosting={hosting} />
        <Elsewhere hosting={hosting} />
      </details>
    );
  }
  return (
    <section class="card" aria-labelledby="door">
      <h2 id="door">{texts.door.title}</h2>
      {!narrow.value && <><WayIn hosting={hosting} /><Waiting hosting={hosting} /></>}
      {common.phase === "lobby" && common.host.people === 0 && <Reach hosting={hosting} />}
      <Admission hosting={hosting} />
      <StageLink hosting={hosting} />
      <Elsewhere hosting={hosting} />
    </section>
  );
}

/** On a phone there may be no other screen to scan from: there who waits, and the way in, come before everything. */
export function FirstOfAll({ hosting }: { hosting: Hosting }) {
  const { texts } = hosting;
  if (!narrow.value) return null;
  return (
    <div class="card">
      <h2 class="unseen">{texts.code}</h2>
      <Waiting hosting={hosting} />
      <WayIn hosting={hosting} />
    </div>
  );
}

function WayIn({ hosting }: { hosting: Hosting }) {
  const { id, common, texts } = hosting;
  const [left, right] = halves(common.code);
  const { src, word } = pictureOf(common.picture, hosting.pictures);
  const address = hostOf(common.join);
  return (
    <div class="way-in">
      <img class="qr" src={`/api/gatherings/${id}/qr.svg`} alt={`${texts.door.qr} ${address}`} width="200" height="200" />
      <div>
        <p class="fine">{texts.door.scan}</p>
        <p class="address"><bdi dir="ltr">{address}</bdi></p>
        <p class="code numerals"><bdi dir="ltr"><span>{left}</span> <span>{right}</span></bdi></p>
        <p class="fine sees"><img class="sign" src={src} alt="" width="28" height="28" /> {filled(texts.door.sees, { picture: word })}</p>
        <p class="here" aria-live="polite">
          {common.counts.here > 0 ? <><b class="big numerals">{common.counts.here}</b> {texts.door.here(common.counts.here)}</> : texts.people_.nobody}
        </p>
        {common.host.connected > 0 && <p class="fine">{texts.door.connected(common.host.connected)}</p>}
      </div>
    </div>
  );
}

function hostOf(link: string): string {
  try {
    return new URL(link, location.href).host;
  } catch {
    return link;
  }
}

export function Waiting({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  const { waiting } = common.host;
  if (waiting.length === 0) return null;
  const all = async () => {
    for (const { participant } of waiting) await act({ type: "admit", participant });
  };
  return (
    <div class="waiting">
      <h3>{texts.door.waiting}</h3>
      <ul class="rows">
        {waiting.map(({ participant, name }) => (
          <li key={participant}>
            <bdi>{name}</bdi>
            <button type="button" onClick={() => void act({ type: "admit", participant })}>{texts.door.admit}</button>
          </li>
        ))}
      </ul>
      {waiting.length > 1 && <button type="button" onClick={() => void all()}>{texts.door.admitAll}</button>}
    </div>
  );
}

const DOORS = ["open", "ask", "locked"] as const satisfies readonly HostCommon["host"]["admission"][];

function Admission({ hosting }: { hosting: Hosting }) {
  const { common, texts, act } = hosting;
  return (
    <fieldset class="segments">
      <legend>{texts.door.admission}</legend>
      {DOORS.map((admission) => (
        <button
          key={admission}
          type="button"
          aria-pressed={common.host.admission === admission}
          onClick={() => void act({ type: "admission", admission })}
        >
          {texts.door[admission]}
        </button>
      ))}
    </fieldset>
  );
}

/** The big screen, until the end: it may be opened late, or closed by accident. */
export function StageLink({ hosting }: { hosting: Hosting }) {
  const { mine, texts } = hosting;
  return (
    <div class="stage-link">
      <p><b>{texts.door.stage}</b></p>
      <a class="button" href={here(mine.links.stage)} target="_blank" rel="noopener noreferrer">{texts.door.openStage}</a>
      <Copy what={mine.links.stage} texts={texts} />
    </div>
  );
}

/** On this machine the page's own address is the one that surely works. */
function here(link: string): string {
  const url = new URL(link, location.href);
  return location.origin + url.pathname + url.hash;
}

function Elsewhere({ hosting }: { hosting: Hosting }) {
  const { mine, texts, common } = hosting;
  return (
    <details>
      <summary>{texts.door.addresses}</summary>
      <p class="fine">{texts.door.addressesHint}</p>
      <ul class="addresses">
        {mine.addresses.map((address) => (
          <li key={address} class="numerals"><bdi dir="ltr">{joinAt(address, common.code)}</bdi></li>
        ))}
      </ul>
    </details>
  );
}

/** An address of this machine as a link to join by, whether or not it already is one. */
function joinAt(address: string, code: string): string {
  return address.includes("/j/") ? address : `${address.replace(/\/$/, "")}/j/${code}`;
}
