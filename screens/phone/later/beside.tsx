import { say } from "../../shared/texts/say.tsx";
import { Shape, colourOf } from "../../shared/beacon.tsx";
import type { Gathering } from "../gathering.ts";
import { Partners } from "../partners.tsx";
import type { LaterWords } from "../words.ts";

/** Where somebody goes in this round who looks along on this phone. */
export function Beside({ g, words }: { g: Gathering; words: LaterWords }) {
  const ways = (g.mine.beside ?? []).flatMap(({ participant, name, envelopes }) => {
    const envelope = envelopes.find((one) => one.round === g.scene.round);
    return envelope ? [{ participant, name, envelope }] : [];
  });
  return (
    <>
      {ways.map(({ participant, name, envelope }) => (
        <p key={participant} class="beside">
          <span class="mark" style={{ background: colourOf(envelope.beacon) }}>
            <Shape beacon={envelope.beacon} />
          </span>
          <span>
            {say(words.besideGoes, {
              name: <b><bdi>{name}</bdi></b>,
              spot: <b class="numerals"><bdi>{envelope.label ?? envelope.spot}</bdi></b>,
              partners: <Partners g={g} partners={envelope.partners} />,
            })}
          </span>
        </p>
      ))}
    </>
  );
}
