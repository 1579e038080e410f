import { useSignal } from "@preact/signals";
import { serverNow } from "../shared/clock.ts";
import { keepUntil } from "../shared/kept.ts";
import { pictureOf } from "../shared/picture.ts";
import { newId, post, type Answer } from "../shared/send.ts";
import { keep, placeOf, recall } from "../shared/storage.ts";
import { isNear, languageOf, untilOf } from "../shared/texts/language.ts";
import { say } from "../shared/texts/say.tsx";
import type { Joined, PublicCard, RosterMatch } from "../shared/wire.ts";
import { Choice } from "./choice.tsx";
import { laterWithWords } from "./later.tsx";
import { Sign } from "./sign.tsx";
import { DOOR, type DoorTexts, type Pictures } from "./words.ts";

const Known = laterWithWords(() => import("./later/known.tsx").then((part) => part.Known));
const Roster = laterWithWords(() => import("./later/roster.tsx").then((part) => part.Roster));

interface Props {
  card: PublicCard;
  joined: (card: PublicCard) => void;
}

interface Filled {
  id: string;
  name: string;
  group?: string;
  languages?: string[];
  place?: string;
  roster_id?: string;
  device_key?: string;
}

/** One screen between the code and being in. The tap that joins also unlocks the sound. */
export function Join({ card, joined }: Props) {
  const words = DOOR.of(languageOf(card));
  return words ? <Form card={card} joined={joined} texts={words.door} pictures={words.pictures} /> : null;
}

function Form({ card, joined, texts, pictures }: Props & { texts: DoorTexts; pictures: Pictures }) {
  const name = useSignal("");
  const group = useSignal<string[]>([]);
  const languages = useSignal<string[]>([]);
  const place = useSignal<string[]>(["room"]);
  const person = useSignal<RosterMatch | undefined>(undefined);
  const byList = useSignal(card.roster);
  const wrong = useSignal("");
  const busy = useSignal(false);
  const id = useSignal(newId());
  const known = placeOf(card.community);
  const device = useSignal(card.community && (recall(known, "device") ?? newId()));
  const until = useSignal(card.keep_until);

  const filled = (): Filled => ({
    id: id.value,
    name: person.value?.name ?? name.value.trim(),
    ...(group.value[0] !== undefined && { group: group.value[0] }),
    ...(languages.value.length > 0 && { languages: languages.value }),
    ...(card.mode === "hybrid" && place.value[0] !== undefined && { place: place.value[0] }),
    ...(person.value && { roster_id: person.value.roster_id }),
    ...(device.value && { device_key: device.value }),
  });

  const join = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = filled();
    wrong.value = missing(form, card, texts, person.value !== undefined);
    if (wrong.value || busy.value) return;
    busy.value = true;
    const answer = await post<Joined>(`/api/gatherings/${card.id}/participants`, form);
    busy.value = false;
    if (answer.ok) {
      if (device.value) {
        keep(known, "device", device.value);
        keepUntil(known, until.value);
      }
      return joined(card);
    }
    id.value = answer.problem.code === "offline" ? id.value : newId();
    wrong.value = refusal(answer, texts);
  };

  const askName = !byList.value || person.value !== undefined;
  const needsGroup = card.groups.length > 0 && !person.value?.group;
  return (
    <main class="sheet">
      <p class="kicker">
        {[card.rehearsal && texts.rehearsal, stateOf(card, texts)].filter(Boolean).join(" · ")}
      </p>
      <h1>
        <bdi>{card.title}</bdi>
      </h1>
      <form class="form" onSubmit={join} noValidate>
        {card.roster && byList.value && <Roster card={card} person={person} leave={() => (byList.value = false)} />}
        {card.community && <Known card={card} name={name} group={group} device={device} until={until} />}
        {askName && !person.value && (
          <label class="field">
            <b>{texts.firstName}</b>
            <input
              value={name.value}
              onInput={(event) => (name.value = event.currentTarget.value)}
              autocomplete="given-name"
              autocapitalize="words"
              enterkeyhint="go"
              required
            />
          </label>
        )}
        {card.roster && !byList.value && (
          <button type="button" class="quiet" onClick={() => (byList.value = true)}>
            {texts.rosterBack}
          </button>
        )}
        {askName && needsGroup && <Choice label={texts.group} options={card.groups} chosen={group} kind="one" />}
        {askName && card.languages.length > 0 && <Choice label={texts.languages} options={card.languages} chosen={languages} kind="several" />}
        {askName && card.mode === "hybrid" && (
          <Choice label={texts.place} options={["room", "remote"]} chosen={place} kind="one" words={[texts.inRoom, texts.remote]} />
        )}
        <div class="push">
          {wrong.value && (
            <p class="wrong" role="alert">
              {wrong.value}
            </p>
          )}
          {askName && (
            <button class="main wide" disabled={busy.value || card.admission === "locked"}>
              {busy.value ? texts.joining : texts.join}
            </button>
          )}
          {card.admission === "locked" && <p role="alert">{texts.locked}</p>}
          <Promised card={card} texts={texts} pictures={pictures} />
        </div>
      </form>
    </main>
  );
}

/** That it is open need not be said of a rehearsal. */
function stateOf({ phase, rehearsal, admission }: PublicCard, texts: DoorTexts): string {
  if (phase !== "lobby") return texts.begun;
  if (admission === "locked") return "";
  return rehearsal ? "" : texts.open;
}

/** What is kept until when, and how to see that this is the right gathering. */
function Promised({ card, texts, pictures }: { card: PublicCard; texts: DoorTexts; pictures: Pictures }) {
  const picture = pictureOf(card.picture, pictures);
  const today = isNear(card.keep_until, serverNow());
  const day = untilOf(card.language, card.keep_until, serverNow());
  return (
    <p class="fine promise">
      <Sign src={picture.src} />
      <span>
        {say(today ? texts.noAccountTime : texts.noAccount, { day })} {say(texts.pictureHint, { picture: <b>{picture.word}</b> })}
      </span>
    </p>
  );
}

function missing(form: Filled, card: PublicCard, texts: DoorTexts, known: boolean): string {
  if (!form.name) return texts.nameNeeded;
  if (card.groups.length > 0 && !form.group && !known) return texts.groupNeeded;
  return "";
}

function refusal(answer: Extract<Answer<Joined>, { ok: false }>, texts: DoorTexts): string {
  const { code, detail } = answer.problem;
  if (code === "offline") return texts.joinOffline;
  if (code === "locked") return texts.locked;
  return detail || texts.joinFailed;
}
