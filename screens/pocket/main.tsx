import { effect, signal } from "@preact/signals";
import { render } from "preact";
import "../shared/look.css";
import "../shared/rings.css";
import "../shared/invite.css";
import "../shared/scenes/scenes.css";
import "../shared/scenes/by-number.css";
import "../shared/scenes/debrief.css";
import "../shared/scenes/corner.css";
import "./pocket.css";
import { show } from "../shared/attention.ts";
import { stayAwake } from "../shared/awake.ts";
import { arm, keepRinging, plan, ringAsOne } from "../shared/bell.ts";
import { keepOwnTime } from "../shared/clock.ts";
import { cuesOf } from "../shared/cues.ts";
import { Choice, Languages } from "../shared/choice.tsx";
import { Invite } from "../shared/invite.tsx";
import { translated } from "../shared/library.ts";
import { onKeys } from "../shared/keys.ts";
import { keepNow } from "../shared/now.ts";
import { keepScreens } from "../shared/offline.ts";
import type { Preset } from "../shared/presets.ts";
import { Rings } from "../shared/rings.tsx";
import { languageOf, speak, type Language } from "../shared/texts/language.ts";
import type { Question } from "../shared/wire.ts";
import { LEAST_COUNTED, MOST_COUNTED } from "../shared/scenes/numbers.ts";
import { keepGround, keepStill } from "../shared/scenes/corner.tsx";
import { keys, Play } from "./playing.tsx";
import { begin, pocket } from "./pocket.ts";
import { WORDS } from "./words.ts";

const language = signal<Language>(languageOf(pocket.value));
const questions = signal<Question>({ challenge: "", give_and_take: "" });
const preset = signal<Preset>("classic");
const finding = signal<"free" | "numbers">("free");
const people = signal("");

async function choose(to: Language): Promise<void> {
  const from = language.value;
  await WORDS.bring(to);
  language.value = to;
  questions.value = await translated(questions.value, [from, WORDS.of(from)?.first], [to, WORDS.of(to)?.first]);
}

async function start(event: Event): Promise<void> {
  event.preventDefault();
  await arm();
  stayAwake();
  begin(language.value, questions.value, preset.value, finding.value === "numbers" ? Number(people.value) : undefined);
}

function Page() {
  return pocket.value ? <Play held={pocket.value} /> : <Prepare />;
}

/** One screen, everything already filled in: who is in a hurry presses Begin. */
function Prepare() {
  const words = WORDS.of(language.value);
  if (!words) return null;
  const texts = words.pocket;
  const labels = { questions: texts.questions, hint: texts.questionsHint, challenge: texts.challenge, give_and_take: texts.give_and_take };
  return (
    <main class="prepare">
      <header>
        <a class="quiet button" href="/">{texts.home}</a>
        <Languages label={texts.language} value={language.value} choose={(to) => void choose(to)} />
      </header>
      <form onSubmit={(event) => void start(event)}>
        <div class="promise">
          <Rings state="breathing" />
          <div>
            <h1>{texts.title}</h1>
            <p>{texts.about}</p>
          </div>
        </div>
        <Invite language={language.value} questions={questions} labels={labels} words={words.invite} />
        <Choice name="tempo" label={texts.tempo} of={texts.tempos} only={["classic", "quick", "rehearsal"]} value={preset.value} choose={(to) => (preset.value = to)} />
        <Choice name="finding" label={texts.finding} of={texts.ways} value={finding.value} choose={(to) => (finding.value = to)} />
        {finding.value === "numbers" && (
          <label class="count">
            <span class="field-name">{texts.people}</span>
            <input
              type="number" class="numerals" inputMode="numeric" required min={LEAST_COUNTED} max={MOST_COUNTED}
              value={people.value} onInput={(event) => (people.value = event.currentTarget.value)}
            />
            <span class="fine">{texts.peopleHint}</span>
          </label>
        )}
        <div class="go">
          <button type="submit" class="main">{texts.begin}</button>
        </div>
      </form>
    </main>
  );
}

keepScreens("pocket");
keepOwnTime();
keepNow();
keepRinging(show);
ringAsOne("pocket");
keepStill();
keepGround();
onKeys(keys);
effect(() => plan(pocket.value ? cuesOf(pocket.value) : []));
effect(() => {
  speak(pocket.value ? languageOf(pocket.value) : language.value);
});
void WORDS.bring(language.value).then(() => {
  questions.value = WORDS.of(language.value)!.first;
  render(<Page />, document.getElementById("screen")!);
});
