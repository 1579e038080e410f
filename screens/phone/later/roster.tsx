import { useSignal, useSignalEffect, type Signal } from "@preact/signals";
import { read } from "../../shared/send.ts";
import type { PublicCard, RosterMatch, RosterMatches } from "../../shared/wire.ts";
import type { LaterWords } from "../words.ts";

interface Props {
  card: PublicCard;
  person: Signal<RosterMatch | undefined>;
  leave: () => void;
  words: LaterWords;
}

const LETTERS = 2;
const PAUSE_MS = 250;

/** Finding oneself on the list of people who are expected. */
export function Roster({ card, person, leave, words }: Props) {
  const typed = useSignal("");
  const found = useSignal<RosterMatches | undefined>(undefined);

  useSignalEffect(() => {
    const q = typed.value.trim();
    found.value = undefined;
    if (q.length < LETTERS) return;
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await read<RosterMatches>(`/api/gatherings/${card.id}/roster?q=${encodeURIComponent(q)}`);
      if (current && answer.ok) found.value = answer.value;
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  });

  if (person.value) {
    return (
      <div class="field chosen">
        <p class="question">
          <bdi>{person.value.name}</bdi>
        </p>
        {person.value.group && (
          <p class="fine">
            <bdi>{person.value.group}</bdi>
          </p>
        )}
        <button type="button" class="quiet" onClick={() => (person.value = undefined)}>
          {words.notYou}
        </button>
      </div>
    );
  }

  return (
    <div class="field">
      <label>
        <b>{words.rosterLabel}</b>
        <input
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
          autocomplete="off"
          maxLength={40}
          aria-describedby="roster-hint"
        />
      </label>
      <p id="roster-hint" class="fine" role="status">
        {found.value?.taken ? words.rosterTaken : found.value?.matches.length === 0 ? words.rosterNone : words.rosterHint}
      </p>
      <ul class="matches">
        {found.value?.matches.map((match) => (
          <li key={match.roster_id}>
            <button type="button" class="wide" onClick={() => (person.value = match)}>
              <bdi>{match.name}</bdi>
              {match.group && (
                <span class="fine">
                  <bdi>{match.group}</bdi>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={leave}>
        {words.rosterMissing}
      </button>
    </div>
  );
}
