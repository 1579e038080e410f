import type { Hosting } from "./gathering.ts";

/** What this kind of gathering is for, and what to look at in the room beforehand. */
export function Notes({ hosting }: { hosting: Hosting }) {
  const { common, texts } = hosting;
  const { notes } = texts;
  const purpose = (notes.purposes as Record<string, string>)[common.preset] ?? notes.purposes.classic;
  const daring = common.preset === "liquid-courage";
  return (
    <section class="card notes" aria-labelledby="notes">
      <h2 id="notes">{notes.title}</h2>
      <p>{purpose}</p>
      {daring && <p class="advice">{notes.dare}</p>}
      <details>
        <summary>{notes.room}</summary>
        <ul class="checks">
          {notes.checks.map((check) => (
            <li key={check}>
              <label><input type="checkbox" /> <span>{check}</span></label>
            </li>
          ))}
        </ul>
      </details>
      <p class="fine">
        <a href={`/docs/howto/hosting.${common.language}`} target="_blank" rel="noopener noreferrer">{notes.guide}</a>
      </p>
    </section>
  );
}
