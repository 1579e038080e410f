import { keepUntil } from "../../shared/kept.ts";
import { newId } from "../../shared/send.ts";
import { keep, placeOf, recall } from "../../shared/storage.ts";
import type { Gathering, Held } from "../gathering.ts";
import { useSignal } from "@preact/signals";
import { takenBack } from "../erase.tsx";
import { forgetAll } from "../known.ts";
import { Sure } from "../sure.tsx";
import { forgetCommunity, takenBackIn } from "./elsewhere.ts";
import type { LaterWords } from "../words.ts";

interface Props {
  g: Gathering;
  held: Held;
  words: LaterWords;
}

/** Forgotten in two taps in every gathering of the community, or known by one phone more. */
export function Community({ g, held, words }: Props) {
  const { community = "", keep_until } = g.common;
  const said = useSignal("");
  const place = placeOf(community);
  const leave = async () => {
    if (!((await takenBack(g.id)) && (await takenBackIn(community)))) {
      said.value = g.texts.notSent;
      return;
    }
    const answer = await g.send({ type: "leave-community" });
    said.value = answer.ok ? "" : answer.problem.detail || g.texts.notSent;
    if (!answer.ok) return;
    forgetCommunity(community);
    forgetAll(g.id);
    held.following.close();
    held.erased.value = true;
  };
  const know = async () => {
    const key = newId();
    const answer = await g.send({ type: "know-me", device_key: key });
    said.value = answer.ok ? words.known.phoneDone : answer.problem.detail || g.texts.notSent;
    if (!answer.ok) return;
    keep(place, "device", key);
    keepUntil(place, keep_until);
  };
  return (
    <>
      {!recall(place, "device") && (
        <button class="wide" onClick={() => void know()}>
          {g.mine.known ? words.known.phone : words.known.this}
        </button>
      )}
      <Sure what={words.known.leave} why={words.known.leaveSure} yes={words.known.leaveNow} no={g.texts.ratherNot} act={leave} />
      {said.value && <p role="alert">{said.value}</p>}
    </>
  );
}

/** Erased here, but not in the other gatherings that this phone is known in. */
export function stillKnown(held: Held): boolean {
  const community = held.gathering.peek()?.common.community;
  return community ? recall(placeOf(community), "device") !== undefined : false;
}
