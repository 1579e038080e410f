import { useEffect } from "preact/hooks";
import { Notes, Script } from "../shared/brief.tsx";
import { halves } from "../shared/entrance.ts";
import { isNear, untilOf } from "../shared/texts/language.ts";
import { filled } from "../shared/texts/said.ts";
import { now } from "../shared/now.ts";
import { Away } from "./away.tsx";
import { Bell } from "./bell.tsx";
import { BoardChoice } from "./board.tsx";
import { ByHand } from "./by-hand.tsx";
import { Cards } from "./cards.tsx";
import { Closed } from "./closed.tsx";
import { Controls, Seldom } from "./controls.tsx";
import { Count } from "./count.tsx";
import { Crowd, TryFirst } from "./crowd.tsx";
import { Door, FirstOfAll, StageLink } from "./door.tsx";
import type { Held, Hosting } from "./gathering.ts";
import { FollowUpChoice } from "./follow-up.tsx";
import { Groups } from "./groups.tsx";
import { Hosts } from "./hosts.tsx";
import { Joker } from "./joker.tsx";
import { Paper } from "./paper.tsx";
import { Passing } from "./passing.tsx";
import { Line } from "./line.tsx";
import { AddPerson, People, Roster } from "./people.tsx";
import { Plan } from "./plan.tsx";
import { Receipt, ReceiptChoice } from "./receipt.tsx";
import { Spots } from "./spots.tsx";
import { Start } from "./start.tsx";
import { Together } from "./together.tsx";
import { Undo } from "./undo.tsx";

/** One page that follows the work: each phase shows what it needs and leaves the rest out. */
export function Page({ held, hosting }: { held: Held; hosting: Hosting }) {
  useEffect(beginAtTheTop, [hosting.common.phase]);
  return (
    <>
      <Bar held={held} hosting={hosting} />
      <p class="trouble" role="alert">{held.trouble.value}</p>
      <Away held={held} hosting={hosting} />
      <main class={`page ${hosting.common.phase}`}>
        <Phase held={held} hosting={hosting} />
      </main>
    </>
  );
}

/** Another phase is another page; but nobody is taken away from what they are writing. */
function beginAtTheTop(): void {
  if (!document.activeElement?.matches("input, textarea, select")) scrollTo(0, 0);
}

function Bar({ held, hosting }: { held: Held; hosting: Hosting }) {
  const { common, texts } = hosting;
  const [left, right] = halves(common.code);
  return (
    <header class="bar">
      <h1><bdi>{common.title}</bdi></h1>
      <p class="facts">
        {common.rehearsal && <strong class="mark">{texts.rehearsal}</strong>}
        {held.following.line.value === "offline" && <strong class="mark" role="status">{common.phase === "closed" ? texts.offlineAfter : texts.offline}</strong>}
        <span>{texts.code} <b class="numerals"><bdi dir="ltr">{left} {right}</bdi></b></span>
        <span>{texts.people(common.counts.here)}</span>
        <span>{keptUntil(hosting)}</span>
      </p>
    </header>
  );
}

function keptUntil({ common, texts }: Hosting): string {
  const kept = isNear(common.keep_until, now.peek()) ? texts.keptUntilTime : texts.keptUntil;
  return filled(kept, { day: untilOf(common.language, common.keep_until, now.peek()) });
}

function Phase({ held, hosting }: { held: Held; hosting: Hosting }) {
  switch (hosting.common.phase) {
    case "lobby":
      return <Lobby held={held} hosting={hosting} />;
    case "running":
      return <Running held={held} hosting={hosting} />;
    case "together":
      return <Afterwards held={held} hosting={hosting} />;
    case "closed":
      return (
        <>
          <Closed hosting={hosting} />
          <FollowUpChoice hosting={hosting} />
        </>
      );
  }
}

function Lobby({ held, hosting }: { held: Held; hosting: Hosting }) {
  return (
    <>
      <Undo hosting={hosting} />
      <FirstOfAll hosting={hosting} />
      <div class="columns">
        <div class="column">
          <Crowd hosting={hosting} />
          <ToSay hosting={hosting} />
          <Count hosting={hosting} />
          <Beforehand hosting={hosting} />
          <Bell hosting={hosting} rings={held.rings} />
          <Plan hosting={hosting} />
          <TryFirst hosting={hosting} />
        </div>
        <div class="column">
          <Door hosting={hosting} />
          <Groups hosting={hosting} />
          <People hosting={hosting}>
            <AddPerson hosting={hosting} />
            <Roster hosting={hosting} />
          </People>
          <Joker hosting={hosting} />
          <Spots hosting={hosting} />
          <ByHand hosting={hosting} />
          <Hosts hosting={hosting} />
          <Paper hosting={hosting} />
          <Passing hosting={hosting} />
          <FollowUpChoice hosting={hosting} />
          <ReceiptChoice hosting={hosting} />
          <BoardChoice hosting={hosting} />
        </div>
      </div>
      <Start hosting={hosting} />
    </>
  );
}

function ToSay({ hosting: { common, texts } }: { hosting: Hosting }) {
  const { challenge, give_and_take, openers, openers_in } = common.invitation;
  // Begun without phones, nothing can point the way.
  const alone = common.phase !== "lobby" && common.counts.here === 0;
  const way = common.milling === "guided" && alone ? "free" : common.milling;
  return (
    <section class="card script" aria-labelledby="script">
      <h2 id="script">{texts.script.title}</h2>
      <Script preset={common.preset} way={way} rounds={common.plan.rounds} turn_s={common.plan.turn_s} asked={openers ?? [challenge, give_and_take]} askedIn={openers_in} words={texts} />
    </section>
  );
}

function Beforehand({ hosting: { common, texts } }: { hosting: Hosting }) {
  return (
    <section class="card notes" aria-labelledby="notes">
      <h2 id="notes">{texts.notes.title}</h2>
      <Notes preset={common.preset} words={texts}>
        <p class="fine">
          <a href={`/docs/howto/hosting.${common.language}`} target="_blank" rel="noopener noreferrer">{texts.notes.guide}</a>
        </p>
      </Notes>
    </section>
  );
}

function Running({ held, hosting }: { held: Held; hosting: Hosting }) {
  return (
    <>
      <Line hosting={hosting} />
      <Controls hosting={hosting} />
      <Undo hosting={hosting} />
      <Count hosting={hosting} />
      <Cards hosting={hosting} />
      <Seldom hosting={hosting} />
      <div class="columns">
        <div class="column">
          <Joker hosting={hosting} />
          <Groups hosting={hosting} />
          <Crowd hosting={hosting} />
          <Bell hosting={hosting} rings={held.rings} />
          <Plan hosting={hosting} />
        </div>
        <div class="column">
          <Door hosting={hosting} folded />
          <People hosting={hosting}>
            <AddPerson hosting={hosting} />
          </People>
          <ByHand hosting={hosting} />
          <Hosts hosting={hosting} />
          <Paper hosting={hosting} />
        </div>
      </div>
    </>
  );
}

function Afterwards({ held, hosting }: { held: Held; hosting: Hosting }) {
  return (
    <>
      <Line hosting={hosting} />
      <Together hosting={hosting} />
      <Receipt hosting={hosting} />
      <div class="columns">
        <Bell hosting={hosting} rings={held.rings} />
        <div class="column">
          <FollowUpChoice hosting={hosting} />
          <div class="card"><StageLink hosting={hosting} /></div>
          <People hosting={hosting} />
          <Hosts hosting={hosting} />
        </div>
      </div>
      <Seldom hosting={hosting} />
    </>
  );
}
