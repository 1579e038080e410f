import { arm, sound } from "../shared/bell.ts";
import { comesBack } from "../shared/kept.ts";
import { elsewhere } from "../shared/one-bell.ts";
import type { Held, Hosting } from "./gathering.ts";

/** What is not as it should be, and what still works: the line, the disk, the sound of this device. */
export function Away({ held, hosting }: { held: Held; hosting: Hosting }) {
  const { common, texts } = hosting;
  const offline = held.following.line.value === "offline";
  const { away } = texts;
  if (offline && common.phase !== "closed") {
    return (
      <div class="away" role="status">
        <p>{common.phase === "lobby" ? away.lobby : away.running}</p>
        {!comesBack() && <p>{away.stay}</p>}
        {common.phase === "lobby" && <Pocket texts={texts} />}
      </div>
    );
  }
  if (common.host.unsaved) return <p class="away" role="alert">{away.unsaved}</p>;
  return <Asleep held={held} hosting={hosting} />;
}

/** A gathering without anybody's network, on this very device. */
export function Pocket({ texts }: { texts: Hosting["texts"] }) {
  return <p class="away-there"><a class="button" href="/pocket" target="_blank" rel="noopener">{texts.away.pocket}</a></p>;
}

/** One tap wakes the bell of this device, where it is meant to ring. */
function Asleep({ held, hosting }: { held: Held; hosting: Hosting }) {
  const { common, texts } = hosting;
  const meant = held.rings.value && common.bell === "devices" && (common.phase === "running" || common.phase === "together");
  if (!meant || sound.value === "armed" || elsewhere.value) return null;
  return (
    <p class="away">
      <button type="button" onClick={() => void arm()}>{texts.away.sound}</button>
    </p>
  );
}
