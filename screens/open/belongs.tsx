import { useSignal, type Signal } from "@preact/signals";
import { Choice } from "../shared/choice.tsx";
import { written } from "../shared/clipboard.ts";
import { filled } from "../shared/texts/said.ts";
import { linkOf, type Belonging } from "./belonging.ts";
import type { Texts } from "./words.ts";

/** With what a gathering belongs: nothing, a community that begins with it, or one that this device knows, by its token. */
export type With = "alone" | "begin" | (string & {});

interface Props {
  known: readonly Belonging[];
  chosen: Signal<With>;
  texts: Texts["belonging"];
}

/** One tap makes it belong with others. */
export function Belongs({ known, chosen, texts }: Props) {
  const ways: Record<With, string[]> = { alone: texts.alone, begin: texts.begin };
  for (const { token, title } of known) ways[token] = texts.goOn.map((words) => filled(words, { title }));
  const mine = known.find(({ token }) => token === chosen.value);
  return (
    <details class="library belongs" open={chosen.value !== "alone" || known.length > 0}>
      <summary>{texts.belongs}</summary>
      <Choice name="belongs" label={texts.belongs} of={ways} value={chosen.value} choose={(to) => (chosen.value = to)} />
      {mine && <Pass community={mine} texts={texts} />}
    </details>
  );
}

function Pass({ community, texts }: { community: Belonging; texts: Texts["belonging"] }) {
  const copied = useSignal(false);
  const copy = async () => (copied.value = await written(linkOf(community)));
  return (
    <details>
      <summary>{texts.addLink}</summary>
      <p class="fine">{texts.addLinkHint}</p>
      <button type="button" class="quiet" onClick={() => void copy()}>
        <span role="status">{copied.value ? texts.copied : texts.copy}</span>
      </button>
    </details>
  );
}
