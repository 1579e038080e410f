import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { ContactCard } from "../../shared/wire.ts";
import type { Gathering } from "../gathering.ts";
import type { AfterwardsWords } from "../words.ts";
import { Heading } from "./heading.tsx";
import { FIELDS, keepMyCard, myCard, type Field } from "./my-card.ts";
import { useSettled } from "./settled.ts";

interface Props {
  g: Gathering;
  words: AfterwardsWords;
  title: ComponentChildren;
  hint: string;
  act: string;
  wrong: string;
  give: (card: ContactCard) => void;
}

const KEYBOARDS = { name: "text", email: "email", phone: "tel", link: "url" } as const;
const COMPLETES = { name: "name", email: "email", phone: "tel", link: "url" } as const;
const LONGEST = 120;

/** One's own card, filled in once; of what it holds, what goes to this one person is ticked. */
export function Give({ g, words, title, hint, act, wrong, give }: Props) {
  const card = useSignal(myCard(g));
  const left = useSignal<readonly Field[]>([]);
  const missing = useSignal(false);
  const settled = useSettled();
  const write = (field: Field, text: string) => keepMyCard(g, (card.value = { ...card.value, [field]: text }));
  const tick = (field: Field, on: boolean) => (left.value = on ? left.value.filter((each) => each !== field) : [...left.value, field]);
  const given = FIELDS.filter((field) => card.value[field]?.trim() && !left.value.includes(field));
  const submit = (event: Event) => {
    event.preventDefault();
    if (!settled) return;
    missing.value = !given.some((field) => field !== "name");
    if (!missing.value) give(Object.fromEntries(given.map((field) => [field, card.value[field]!.trim()])));
  };
  const fault = missing.value ? words.empty : wrong;

  return (
    <form class="give" noValidate onSubmit={submit}>
      <Heading>{title}</Heading>
      <p class="fine">{hint}</p>
      {FIELDS.map((field) => (
        <div key={field} class="part">
          <label class="tick">
            <input type="checkbox" checked={given.includes(field)} disabled={!card.value[field]?.trim()} onChange={(event) => tick(field, event.currentTarget.checked)} />
            <span>{words.fields[field]}</span>
          </label>
          <input
            aria-label={words.fields[field]}
            inputMode={KEYBOARDS[field]}
            autoComplete={COMPLETES[field]}
            maxLength={LONGEST}
            value={card.value[field] ?? ""}
            onInput={(event) => write(field, event.currentTarget.value)}
          />
        </div>
      ))}
      {fault && (
        <p class="wrong" role="alert">
          {fault}
        </p>
      )}
      <button class="main wide" aria-disabled={!settled}>{act}</button>
    </form>
  );
}
