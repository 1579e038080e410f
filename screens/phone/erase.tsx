import { useSignal } from "@preact/signals";
import type { Gathering, Held } from "./gathering.ts";
import { forgetAll } from "./known.ts";
import { Sure } from "./sure.tsx";

/** Gone in two taps, here and on the server. */
export function EraseMe({ g, held }: { g: Gathering; held: Held }) {
  const { texts } = g;
  const failed = useSignal(false);
  const erase = async () => {
    const answer = await g.send({ type: "erase-me" });
    failed.value = !answer.ok;
    if (!answer.ok) return;
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
