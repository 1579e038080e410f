import { useSignal } from "@preact/signals";
import { Code } from "../shared/qr.tsx";
import { Copy } from "./copy.tsx";
import type { Hosting } from "./gathering.ts";
import { Sure } from "./sure.tsx";

/** The link for whoever hosts along, from another device. Shown when it is asked for: this page may be on a big screen. */
export function Hosts({ hosting }: { hosting: Hosting }) {
  const { mine, texts, act } = hosting;
  const renewed = useSignal("");
  const shown = useSignal(false);
  const link = renewed.value || mine.links.host;
  const renew = async () => {
    const answer = await act({ type: "new-host-link" });
    if (!answer.ok) return;
    renewed.value = (answer.value as { link?: string }).link ?? "";
    shown.value = true;
  };
  return (
    <details class="card hosts">
      <summary>{texts.hosts.title}</summary>
      <p class="fine">{texts.hosts.about}</p>
      <p>
        <button type="button" aria-expanded={shown.value} onClick={() => (shown.value = !shown.value)}>
          {shown.value ? texts.hosts.hide : texts.hosts.show}
        </button>
      </p>
      {shown.value && (
        <div class="host-link">
          <Code path={pathOf(link)} label={texts.hosts.qr} />
          <p class="link">{link}</p>
          <Copy what={link} texts={texts} />
        </div>
      )}
      <p role="status">{renewed.value && texts.hosts.renewed}</p>
      <Sure what={texts.hosts.renew} why={texts.hosts.renewHint} texts={texts} kind="quiet" act={renew} />
    </details>
  );
}

function pathOf(link: string): string {
  const { pathname, hash } = new URL(link, location.href);
  return pathname + hash;
}
