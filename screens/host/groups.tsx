import { filled } from "../shared/texts/said.ts";
import type { GroupCount } from "../shared/wire.ts";
import type { Hosting } from "./gathering.ts";

/** How many of each group are here, as bars; how many of them talk, once they do. */
export function Groups({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  const { by_group } = common.host;
  if (by_group.length === 0) return null;
  const most = Math.max(1, ...by_group.map(({ here, away }) => here + away));
  return (
    <section class="card groups" aria-labelledby="groups">
      <h2 id="groups">{texts.groups.title}</h2>
      <ul>
        {by_group.map((one) => (
          <li key={one.group}>
            <bdi class="name">{one.group < 0 ? texts.groups.none : common.groups[one.group]}</bdi>
            <span class="count numerals">{one.here}</span>
            <Bar of={one} most={most} />
            <span class="fine">{besides(hosting, one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Bar({ of, most }: { of: GroupCount; most: number }) {
  const share = (n: number) => `${(100 * n) / most}%`;
  return (
    <span class="group-bar" aria-hidden="true">
      <span class="talking" style={{ inlineSize: share(of.talking) }} />
      <span class="here" style={{ inlineSize: share(of.here - of.talking) }} />
      <span class="away" style={{ inlineSize: share(of.away) }} />
    </span>
  );
}

function besides({ texts }: Hosting, { talking, away }: GroupCount): string {
  const parts = [talking > 0 && filled(texts.groups.talking, { n: talking }), away > 0 && filled(texts.groups.away, { n: away })];
  return parts.filter(Boolean).join(" · ");
}

/** A group that is larger than all the others together, which no pairing can mix to the last. */
export function crowding({ common }: Hosting): string | undefined {
  const { by_group } = common.host;
  const all = by_group.reduce((sum, { here }) => sum + here, 0);
  const largest = by_group.find(({ here }) => 2 * here > all);
  return largest && common.groups[largest.group];
}
