import { pictureOf } from "../shared/picture.ts";
import { Rings } from "../shared/rings.tsx";
import { dayOf } from "../shared/texts/language.ts";
import type { StageCommon } from "../shared/wire.ts";
import { halves } from "../shared/entrance.ts";
import { useFit } from "../shared/scenes/fit.ts";
import { Questions } from "../shared/scenes/rounds.tsx";
import { questionsOf } from "../shared/scenes/scene.ts";
import type { Texts } from "../shared/scenes/words.ts";
import { filled } from "../shared/texts/said.ts";
import type { Pictures } from "./words.ts";

interface Props {
  common: StageCommon;
  texts: Texts;
  pictures: Pictures;
}

/** The way in, readable from the back row: the address stands large beside the QR, so that a sticker over it is noticed. */
export function Lobby({ common, gathering, texts, pictures }: Props & { gathering: string }) {
  const { challenge, give_and_take } = questionsOf(common, 1);
  const box = useFit(common.title + challenge + give_and_take + (common.invitation.openers ?? []).join());
  const [left, right] = halves(common.code);
  return (
    <main class="scene lobby">
      <div class="words" ref={box}>
        <h1 class="title"><bdi>{common.title}</bdi></h1>
        <Questions playing={common} round={1} />
        <div class="way-in">
          <p class="under">{texts.scan}</p>
          <p class="address"><bdi dir="ltr">{addressOf(common.join)}</bdi></p>
          <p class="code numerals">
            <span class="unseen">{texts.code} </span>
            <bdi dir="ltr">
              <span>{left}</span>
              <span>{right}</span>
            </bdi>
          </p>
        </div>
      </div>
      <div class="door">
        <div class="code-picture">
          <Rings state="breathing" />
          <img class="qr" src={`/api/gatherings/${gathering}/qr.svg`} alt={`${texts.scan} ${addressOf(common.join)}`} />
        </div>
        <Company common={common} texts={texts} pictures={pictures} />
      </div>
    </main>
  );
}

function Company({ common, texts, pictures }: Props) {
  const { src, word } = pictureOf(common.picture, pictures);
  const { here } = common.counts;
  return (
    <div class="company">
      <img class="sign" src={src} alt="" />
      <div>
        <p class="here" aria-live="polite">{here > 0 ? texts.here(here) : texts.nobodyYet}</p>
        <p class="under">{filled(texts.picture, { picture: word })}</p>
      </div>
    </div>
  );
}

/** What people type: host and port, without the scheme and the path. */
export function addressOf(join: string): string {
  try {
    return new URL(join, location.href).host;
  } catch {
    return location.host;
  }
}

export function Closed({ common, texts }: { common: StageCommon; texts: Texts }) {
  return (
    <main class="scene closed">
      <Rings state="breathing" />
      <h1 class="call">{texts.closed}</h1>
      <p class="under">{filled(texts.vanishes, { day: dayOf(common.language, common.keep_until) })}</p>
    </main>
  );
}
