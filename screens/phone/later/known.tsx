import type { Signal } from "@preact/signals-core";
import { useEffect } from "preact/hooks";
import { serverNow } from "../../shared/clock.ts";
import { newId, post } from "../../shared/send.ts";
import { placeOf, recall } from "../../shared/storage.ts";
import { isNear, untilOf } from "../../shared/texts/language.ts";
import { say } from "../../shared/texts/say.tsx";
import type { Forgotten, PublicCard, Recognised } from "../../shared/wire.ts";
import { useSignal } from "@preact/signals";
import { Sure } from "../sure.tsx";
import { forgetCommunity, takenBackIn } from "./elsewhere.ts";
import type { LaterWords } from "../words.ts";

interface Props {
  card: PublicCard;
  name: Signal<string>;
  group: Signal<string[]>;
  /** this phone's key in the community; empty when nothing is to be remembered */
  device: Signal<string>;
  until: Signal<number>;
  words: LaterWords;
}

/** At the door of a community: who comes back is greeted, and whoever would rather not be known is not. */
export function Known({ card, name, group, device, until, words }: Props) {
  const seen = useSignal<Recognised | undefined>(undefined);
  const left = useSignal(-1);
  useEffect(() => {
    void post<Recognised>(`/api/gatherings/${card.id}/recognise`, { id: newId(), device_key: device.peek() }).then((answer) => {
      if (!answer.ok) return;
      seen.value = answer.value;
      until.value = answer.value.until;
      name.value ||= answer.value.name;
      if (answer.value.group !== null && group.value.length === 0) group.value = [answer.value.group];
    });
  }, []);

  const told = seen.value;
  if (!told) return null;
  if (left.value >= 0) return <p role="status">{words.known.left(left.value)}</p>;
  const back = told.gatherings > 0;
  const turn = () => {
    if (device.value && name.value === told.name) name.value = "";
    device.value = device.value ? "" : (recall(placeOf(card.community), "device") ?? newId());
  };
  const leave = async () => {
    if (!(await takenBackIn(card.community))) return;
    const answer = await post<Forgotten>(`/api/gatherings/${card.id}/forget`, { id: newId(), device_key: device.value });
    if (!answer.ok) return;
    forgetCommunity(card.community);
    left.value = answer.value.gatherings;
    name.value = "";
    device.value = newId();
  };
  return (
    <section class="known">
      {back && device.value && <h2>{say(words.known.back, { name: <bdi>{told.name}</bdi> })}</h2>}
      <p class="fine">{device.value ? <Remembered card={card} told={told} words={words} /> : words.known.unknown}</p>
      <button type="button" class="quiet" onClick={turn}>
        {device.value ? (back ? words.notYou : words.known.notThis) : words.known.this}
      </button>
      {back && device.value && <Sure what={words.known.leave} why={words.known.leaveSure} yes={words.known.leaveNow} no={words.known.stay} act={leave} />}
    </section>
  );
}

function Remembered({ card, told, words }: { card: PublicCard; told: Recognised; words: LaterWords }) {
  const kept = isNear(told.until, serverNow()) ? words.known.untilTime : words.known.until;
  return (
    <>
      {told.gatherings > 0 ? words.known.backText(told.gatherings) : words.known.first}{" "}
      {say(kept, { day: untilOf(card.language, told.until, serverNow()) })}
    </>
  );
}
