// Staying in touch: asked of one person after the other, given to each by itself, and seen only when both said yes.

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { say } from "../../shared/texts/say.tsx";
import type { ContactCard, Partner } from "../../shared/wire.ts";
import type { Gathering } from "../gathering.ts";
import type { AfterwardsWords } from "../words.ts";
import { Code } from "./code.tsx";
import { Give } from "./give.tsx";
import { Heading } from "./heading.tsx";
import { contactWith, peopleMet } from "./met.ts";
import { keepRefusals, refusals } from "./my-card.ts";
import { useSettled } from "./settled.ts";
import { Theirs } from "./theirs.tsx";
import { vCardOf } from "./vcard.ts";

interface Props {
  g: Gathering;
  words: AfterwardsWords;
}

type Page = { is: "all" } | { is: "give" | "theirs"; one: Partner } | { is: "code"; one: Partner; card?: ContactCard };

export function Contacts({ g, words }: Props) {
  const page = useSignal<Page>({ is: "all" });
  const not = useSignal(refusals(g));
  const at = page.value;
  const refuse = (participants: string[]) => keepRefusals(g, (not.value = participants));
  const open = (next: Page) => {
    if (next.is !== "all" && next.is !== "theirs") refuse(not.value.filter((each) => each !== next.one.participant));
    page.value = next;
  };
  const all = () => open({ is: "all" });
  const takeBack = (one: Partner) => {
    refuse([...not.value, one.participant]);
    void g.send({ type: "take-back-contact", participant: one.participant });
  };
  const refused = (one: Partner) => not.value.includes(one.participant);

  if (at.is === "give") return <Giving g={g} words={words} one={at.one} done={all} />;
  if (at.is === "theirs") return <Theirs g={g} words={words} one={at.one} />;
  if (at.is === "code") return <Shown g={g} words={words} at={at} open={open} />;
  const people = peopleMet(g);
  const next = g.common.follow_up && people.find((one) => one.phone && !refused(one) && !contactWith(g, one)?.offered);
  if (next) return <Ask key={next.participant} words={words} one={next} yes={() => open({ is: "give", one: next })} no={() => refuse([...not.value, next.participant])} />;
  return (
    <>
      <Heading>{g.texts.contacts}</Heading>
      <ul class="matches">
        {people.map((one) => (
          <Stands key={one.participant} g={g} words={words} one={one} open={open} takeBack={() => takeBack(one)} />
        ))}
      </ul>
    </>
  );
}

/** One person, one question, two answers of the same weight. */
function Ask({ words, one, yes, no }: { words: AfterwardsWords; one: Partner; yes: () => void; no: () => void }) {
  const settled = useSettled();
  return (
    <>
      <Heading>{say(words.ask, { name: <bdi>{one.name}</bdi> })}</Heading>
      <p>{words.askText}</p>
      <div class="both">
        <button aria-disabled={!settled} onClick={() => settled && yes()}>{words.yes}</button>
        <button aria-disabled={!settled} onClick={() => settled && no()}>{words.no}</button>
      </div>
    </>
  );
}

function Giving({ g, words, one, done }: Props & { one: Partner; done: () => void }) {
  const wrong = useSignal("");
  const give = async (card: ContactCard) => {
    const answer = await g.send({ type: "offer-contact", participant: one.participant, card });
    wrong.value = answer.ok ? "" : answer.problem.detail || g.texts.notSent;
    if (answer.ok) done();
  };
  return <Give g={g} words={words} title={say(words.give, { name: <bdi>{one.name}</bdi> })} hint={words.giveText} act={words.giveIt} give={give} wrong={wrong.value} />;
}

/** How it stands with one of those one met, and the one thing that can be done about it. */
function Stands({ g, words, one, open, takeBack }: Props & { one: Partner; open: (page: Page) => void; takeBack: () => void }) {
  const contact = contactWith(g, one);
  const name = <bdi>{one.name}</bdi>;
  if (contact?.card) return <Row name={name} says={words.exchanged} act={words.see} go={() => open({ is: "theirs", one })} />;
  if (contact?.offered) return <Row name={name} says={words.offered} act={words.takeBack} go={takeBack} />;
  if (!g.common.follow_up) return null;
  if (!one.phone) return <Row name={name} says={words.noPhone} act={words.showCode} go={() => open({ is: "code", one })} />;
  return <Row name={name} says={words.notGiven} act={words.giveAfterAll} go={() => open({ is: "give", one })} />;
}

function Row({ name, says, act, go }: { name: ComponentChildren; says: string; act: string; go: () => void }) {
  return (
    <li class="stands">
      <p>
        <b>{name}</b>
        <span class="fine">{says}</span>
      </p>
      <button onClick={go}>{act}</button>
    </li>
  );
}

/** For somebody without a phone of their own: one's card as a code, for whoever takes a picture of it. */
function Shown({ g, words, at, open }: Props & { at: Page & { is: "code" }; open: (page: Page) => void }) {
  const { one, card } = at;
  if (!card) {
    const title = say(words.give, { name: <bdi>{one.name}</bdi> });
    return <Give g={g} words={words} title={title} hint={words.codeText} act={words.showCode} give={(given) => open({ is: "code", one, card: given })} wrong="" />;
  }
  return (
    <>
      <Heading>{say(words.photograph, { name: <bdi>{one.name}</bdi> })}</Heading>
      <Code text={vCardOf(card)} label={words.myCode} />
    </>
  );
}
