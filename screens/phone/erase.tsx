import { useSignal } from "@preact/signals";
import { recall } from "../shared/storage.ts";
import type { Gathering, Held } from "./gathering.ts";
import { forgetAll } from "./known.ts";
import { Sure } from "./sure.tsx";

/** What was shared without a name only this phone can find, so that goes first. */
export async function takenBack(id: string): Promise<boolean> {
  return !recall(id, "board.mine") || import("./later/slips.ts").then((part) => part.takeAllBack(id)).catch(() => false);
}

/** Gone in two taps, here and on the server. */
export function EraseMe({ g, held }: { g: Gathering; held: Held }) {
  const { texts } = g;
  const failed = useSignal(false);
  const erase = async () => {
    const gone = (await takenBack(g.id)) && (await g.send({ type: "erase-me" })).ok;
    failed.value = !gone;
    if (!gone) return;
    forgetAll(g.id);
    held.following.close();
    held.erased.value = true;
  };

  return (
    <>
      <Sure what={texts.eraseMe} why={texts.eraseSure} yes={texts.eraseNow} no={texts.ratherNot} act={erase} />
      {failed.value && <p role="alert">{texts.notSent}</p>}
    </>
  );
}
