import { useSignal } from "@preact/signals";
import { filled } from "../shared/texts/said.ts";
import { say } from "../shared/texts/say.tsx";
import type { Envelope, Partner } from "../shared/wire.ts";
import { Shape } from "../shared/beacon.tsx";
import type { Gathering } from "./gathering.ts";
import { bringLater, laterWithWords } from "./later.tsx";
import { Known, Partners } from "./partners.tsx";
import { Questions } from "./questions.tsx";

const milling = () => import("./later/milling.tsx");
const besides = () => import("./later/beside.tsx");
const Beside = laterWithWords(() => besides().then((part) => part.Beside));
const Milling = laterWithWords(() => milling().then((part) => part.Milling));

/** Fetched while there is time, so that nothing is missing when the server is gone later. */
export function prepare({ common, mine }: Gathering): void {
  if (common.milling === "free") bringLater(milling);
  if (mine.beside) bringLater(besides);
}

/** The partner's phone is asked for 8 s; after that one may say again that nobody is there. */
const ASKED_MS = 12_000;

/** The walk to the next conversation, in the way the host chose. An envelope leads, whatever the way. */
export function Find({ g }: { g: Gathering }) {
  const { envelope, common } = g;
  if (common.milling === "free" && (!envelope || envelope.found)) return <Milling g={g} />;
  if (envelope) return <Beacon key={envelope.partners.map((one) => one.participant).join()} g={g} envelope={envelope} />;
  if (common.milling === "numbers") return <Plainly g={g} title={g.texts.numbersTitle} text={g.texts.numbersText} />;
  return <Unplanned g={g} />;
}

function Beacon({ g, envelope }: { g: Gathering; envelope: Envelope }) {
  const { texts } = g;
  const met = useSignal(false);
  const asked = useSignal(false);
  const found = envelope.found === true || met.value;
  const say_ = (type: string) => void g.send({ type, round: envelope.round });
  const { label, row } = envelope;
  const apart = g.mine.place === "remote";

  return (
    <main class="scene beacon">
      <div class="sign-of-pair">
        <Shape beacon={envelope.beacon} />
        <p class={label && !row ? "spot named" : "spot numerals"}>
          <bdi>{label ?? envelope.spot}</bdi>
        </p>
      </div>
      <div class="sheet lower">
        <h1 tabIndex={-1}>{found ? texts.foundTitle : <Whom g={g} partners={envelope.partners} />}</h1>
        <p class="lead" aria-live="polite">{found ? texts.foundText : apart ? texts.online : <How g={g} envelope={envelope} asked={asked.value} />}</p>
        <Known g={g} partners={envelope.partners} />
        {g.mine.beside && <Beside g={g} />}
        <Questions g={g} small="small" />
        {!found && (
          <>
            <button
              class="main wide"
              onClick={() => {
                met.value = true;
                say_("found-partner");
              }}
            >
              {texts.found}
            </button>
            <button
              class="quiet wide"
              aria-disabled={asked.value}
              onClick={() => {
                if (asked.value) return;
                asked.value = true;
                setTimeout(() => (asked.value = false), ASKED_MS);
                say_("partner-missing");
              }}
            >
              {texts.nobody}
            </button>
          </>
        )}
      </div>
    </main>
  );
}

/** Daan uit Onderwijs; or the names of two. */
function Whom({ g, partners }: { g: Gathering; partners: readonly Partner[] }) {
  const [only] = partners;
  if (partners.length !== 1 || !only) return <Partners g={g} partners={partners} />;
  if (!only.group) return <bdi>{only.name}</bdi>;
  return <>{say(g.texts.of, { name: <bdi>{only.name}</bdi>, group: <bdi>{only.group}</bdi> })}</>;
}

function How({ g, envelope, asked }: { g: Gathering; envelope: Envelope; asked: boolean }) {
  const { texts } = g;
  if (asked) return <>{g.line.value === "offline" ? texts.askedOffline : texts.asked}</>;
  const { label, row } = envelope;
  const phoneless = envelope.partners.filter((one) => !one.phone);
  const shape = (texts.shapes as Record<string, string>)[envelope.beacon.shape] ?? envelope.beacon.shape;
  return (
    <>
      {say(label && !row ? texts.named : texts.spot, { spot: <bdi>{label ?? envelope.spot}</bdi>, shape })} {row && texts.front}{" "}
      {phoneless.length > 0 && say(texts.noPhone, { name: <Partners g={g} partners={phoneless} /> })}
    </>
  );
}

/** Came in late, or is left over for a moment: never without something to do. */
function Unplanned({ g }: { g: Gathering }) {
  const { texts, mine, scene } = g;
  const next = mine.envelopes.find((one) => one.round > scene.round);
  if (mine.joker) return <Plainly g={g} title={texts.standBy} text={texts.standByText} />;
  if (next) return <Plainly g={g} title={filled(texts.nextRound, { round: next.round })} text={texts.nextRoundText} />;
  return <Plainly g={g} title={texts.nobodyYet} text={texts.nobodyYetText} />;
}

function Plainly({ g, title, text }: { g: Gathering; title: string; text: string }) {
  return (
    <main class="scene">
      <h1 tabIndex={-1}>{title}</h1>
      <p class="lead">{text}</p>
      <Questions g={g} />
    </main>
  );
}
