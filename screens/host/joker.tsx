import { useComputed, useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { serverNow } from "../shared/clock.ts";
import { instant } from "../shared/segments.ts";
import { Shape, colourOf } from "../shared/beacon.tsx";
import { newId, post, send, sendQuietly } from "../shared/send.ts";
import { forget, keep, recall } from "../shared/storage.ts";
import { follow, type Following } from "../shared/stream.ts";
import { filled } from "../shared/texts/said.ts";
import { Names, say } from "../shared/texts/say.tsx";
import type { Common, Envelope, HostCommon, Joined, Mine } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";
import { Newcomer } from "./newcomer.tsx";

/** The host takes part: as the joker, only when the number is odd, or always. In this same browser, beside hosting. */
export function Joker({ hosting }: { hosting: Hosting }) {
  const { id, common, texts } = hosting;
  const me = useSignal(recall(id, "me") ?? "");
  const mine = useOwn(id, me);
  if (common.milling === "numbers" || common.phase === "closed") return null;
  const out = mine.value !== undefined && ["left", "removed"].includes(mine.value.state);
  const inside = me.value !== "" && mine.value !== undefined && !out;
  const { joker } = common.host;
  return (
    <details class="card joker" open={inside}>
      <summary>{texts.joker.title}</summary>
      {joker && joker.participant !== me.value && <p class="fine">{say(texts.joker.other, { name: <bdi>{joker.name}</bdi> })}</p>}
      {inside ? <Inside hosting={hosting} mine={mine.value!} /> : <Outside hosting={hosting} come={(participant) => (me.value = participant)} />}
    </details>
  );
}

/** This browser's own document as a participant, once it is one. */
function useOwn(id: string, me: ReadonlySignal<string>): ReadonlySignal<Mine | undefined> {
  const following = useSignal<Following<Common, Mine> | undefined>(undefined);
  const mine = useComputed(() => following.value?.mine.value);
  const { version } = mine.value ?? {};
  useEffect(() => {
    if (!me.value) return;
    const own = (following.value = follow<Common, Mine>(id, "stream"));
    return () => own.close();
  }, [id, me.value]);
  // What this page shows of one's own envelope has been seen, as on a phone.
  useEffect(() => {
    if (version !== undefined) sendQuietly(id, { type: "seen", as: "participant", version });
  }, [id, version]);
  return mine;
}

function Outside({ hosting, come }: { hosting: Hosting; come: (participant: string) => void }) {
  const { id, texts, act } = hosting;
  const name = useSignal("");
  const group = useSignal("");
  const wrong = useSignal("");
  const join = async (joker: boolean) => {
    const form = { id: newId(), name: name.value, ...(group.value && { group: group.value }) };
    const answer = await post<Joined>(`/api/gatherings/${id}/participants`, form);
    wrong.value = answer.ok ? "" : answer.problem.detail;
    if (!answer.ok) return;
    keep(id, "me", answer.value.participant);
    if (joker) await act({ type: "joker", participant: answer.value.participant, on: true });
    come(answer.value.participant);
  };
  return (
    <form class="joining" onSubmit={(event) => (event.preventDefault(), void join(true))}>
      <p class="fine">{texts.joker.about}</p>
      <Newcomer hosting={hosting} label={texts.joker.name} own="given-name" name={name} group={group} />
      <p class="takeaway">
        <button type="submit">{texts.joker.join}</button>
        <button type="button" class="quiet" disabled={name.value.trim() === ""} onClick={() => void join(false)}>{texts.joker.always}</button>
      </p>
      <p role="alert">{wrong.value}</p>
    </form>
  );
}

function Inside({ hosting, mine }: { hosting: Hosting; mine: Mine }) {
  const { id, common, texts, act } = hosting;
  const { participant } = mine;
  const joker = mine.joker === true;
  const leave = async () => {
    const answer = await send(id, { type: "leave", as: "participant" });
    if (answer.ok) forget(id, "me");
  };
  return (
    <>
      <p>{!joker ? texts.joker.plain : common.host.joker_joins ? texts.joker.in : texts.joker.out}</p>
      {mine.notice?.code === "are-you-there" && (
        <p class="advice">
          {filled(texts.joker.asked, { name: String(mine.notice.params.name) })}{" "}
          <button type="button" onClick={() => void send(id, { type: "here", as: "participant" })}>{texts.joker.here}</button>
        </p>
      )}
      <Partner hosting={hosting} envelopes={mine.envelopes} />
      <p class="takeaway">
        <button type="button" class="quiet" onClick={() => void act({ type: "joker", participant, on: !joker })}>
          {joker ? texts.joker.toAlways : texts.joker.toJoker}
        </button>
        <button type="button" class="quiet" onClick={() => void leave()}>{texts.joker.leave}</button>
      </p>
    </>
  );
}

/** Whom the host meets in the round that is on, or in the next one. */
function Partner({ hosting, envelopes }: { hosting: Hosting; envelopes: readonly Envelope[] }) {
  const { common, texts } = hosting;
  const round = roundAt(common);
  if (!round || common.milling !== "guided") return null;
  const envelope = envelopes.find((one) => one.round === round);
  if (!envelope) return <p class="partner">{filled(texts.joker.byYourself, { round })}</p>;
  const names = <Names of={envelope.partners.map(({ name }) => name)} language={common.language} />;
  return (
    <p class="partner">
      <span class="mark" style={{ background: colourOf(envelope.beacon) }}><Shape beacon={envelope.beacon} /></span>
      <span>{say(texts.joker.partner, { round, names, spot: envelope.label ?? envelope.spot })}</span>
    </p>
  );
}

function roundAt(common: HostCommon): number | undefined {
  const at = instant(common, serverNow());
  return common.timeline.find(({ kind, ends }) => kind === "bell" && ends > at)?.round;
}
