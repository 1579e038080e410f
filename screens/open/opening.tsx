import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Choice } from "../shared/choice.tsx";
import { Invite, type InviteWords } from "../shared/invite.tsx";
import { libraryOf, pairOf, placeOf, same } from "../shared/library.ts";
import { PRESETS, PURPOSE, type Preset } from "../shared/presets.ts";
import { newId } from "../shared/send.ts";
import type { Language } from "../shared/texts/language.ts";
import type { Problem, Question } from "../shared/wire.ts";
import { communities, remember, type Belonging } from "./belonging.ts";
import { Belongs, type With } from "./belongs.tsx";
import { goTo, groupsOf, open, type Milling } from "./ask.ts";
import { Brief, Dare, PerRound } from "./further.tsx";
import type { Texts } from "./words.ts";

interface OpeningProps {
  language: Language;
  /** what an invitation begins with */
  first: Question;
  questions: Signal<Question>;
  texts: Texts;
  words: InviteWords;
  /** the community that a link brought along */
  brought: Belonging | undefined;
}

/** Everything has a good default: who wants to, just presses Open. */
export function Opening({ language, first, questions, texts, words, brought }: OpeningProps) {
  const known = brought ? [brought, ...communities().filter(({ token }) => token !== brought.token)] : communities();
  const belongs = useSignal<With>(brought?.token ?? "alone");
  const begun = useSignal(newId());
  const title = useSignal("");
  const preset = useSignal<Preset>("classic");
  const chosen = useSignal<Milling | undefined>(undefined);
  const groups = useSignal("");
  const key = useSignal("");
  const problem = useSignal<Problem | undefined>(undefined);
  const busy = useSignal(false);
  const perRound = useSignal<Question[]>([]);
  const daring = preset.value === "liquid-courage";
  const choosePreset = (to: Preset) => {
    questions.value = questionsFor(to, preset.value, questions.value, { language, first });
    preset.value = to;
  };
  const milling = chosen.value ?? (groupsOf(groups.value).length > 1 ? "guided" : "free");

  const submit = async (event: Event) => {
    event.preventDefault();
    busy.value = true;
    const wishes = { language, questions: questions.value, preset: preset.value, milling, groups: groupsOf(groups.value), perRound: perRound.value };
    const called = title.value.trim() || texts.titleDefault;
    const community = belongs.value === "alone" ? "" : belongs.value === "begin" ? begun.value : belongs.value;
    const answer = await open({ ...wishes, community, title: called }, key.value.trim());
    if (answer.ok) {
      if (community) remember(community, called);
      return goTo(answer.value.links.host);
    }
    problem.value = answer.problem;
    busy.value = false;
  };

  return (
    <form class="card opening" onSubmit={(event) => void submit(event)}>
      <Head words={texts.openTitle} />
      <label>
        <span class="field-name">{texts.title}</span>
        <input value={title.value} maxLength={120} placeholder={texts.titleDefault} autoComplete="off" onInput={(event) => (title.value = event.currentTarget.value)} />
      </label>
      <Choice name="tempo" label={texts.tempo} of={texts.tempos} value={preset.value} choose={choosePreset} />
      <Brief language={language} preset={preset.value} way={milling} questions={questions.value} />
      {daring ? <Dare language={language} texts={texts} /> : <Invite
        language={language}
        words={words}
        questions={questions}
        labels={{ questions: texts.questions, hint: texts.questionsHint, challenge: texts.challenge, give_and_take: texts.give_and_take }}
      />}
      {!daring && <PerRound words={words} rounds={PRESETS[preset.value].rounds} main={questions.value} own={perRound} />}
      <label>
        <span class="field-name">{texts.groups}</span>
        <input value={groups.value} autoComplete="off" aria-describedby="groups-hint" onInput={(event) => (groups.value = event.currentTarget.value)} />
        <span class="fine" id="groups-hint">{texts.groupsHint}</span>
      </label>
      <Choice name="way" label={texts.way} of={texts.ways} value={milling} choose={(to) => (chosen.value = to)} />
      <Belongs known={known} chosen={belongs} texts={texts.belonging} />
      <Refused problem={problem.value} value={key} texts={texts} />
      <div class="go">
        <button type="submit" class="main wide" disabled={busy.value}>{busy.value ? texts.opening : texts.open}</button>
      </div>
    </form>
  );
}

/** A kind of gathering brings questions along, in place of ready ones; a host's own words stay. */
function questionsFor(to: Preset, from: Preset, now: Question, { language, first }: Pick<OpeningProps, "language" | "first">): Question {
  const library = libraryOf(language);
  const place = placeOf(now, library);
  const purpose = library.find(({ key }) => key === PURPOSE[to]);
  if (purpose) return place || same(now, first) ? pairOf(purpose.pairs[0]!) : now;
  return place && place.key === PURPOSE[from] ? first : now;
}

/** The form appears where a button was, so whoever listens to the page is brought along. */
function Head({ words }: { words: string }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: "start" });
  }, []);
  return <h1 tabIndex={-1} ref={head}>{words}</h1>;
}

/** What the server said no to; a server with a key asks for it here. */
function Refused({ problem, value, texts }: { problem: Problem | undefined; value: Signal<string>; texts: Texts }) {
  const asksKey = problem?.code === "host-key-needed" || (value.value !== "" && problem !== undefined);
  const words = problem?.code === "offline" ? texts.offline : problem?.detail || problem?.title || texts.failed;
  return (
    <div class="refused">
      <p role="alert">{problem ? words : ""}</p>
      {asksKey && (
        <label>
          <span class="field-name">{texts.key}</span>
          <input type="password" value={value.value} autoComplete="current-password" onInput={(event) => (value.value = event.currentTarget.value)} />
          <span class="fine">{texts.keyHint}</span>
        </label>
      )}
    </div>
  );
}
