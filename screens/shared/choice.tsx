import { LANGUAGES, type Language } from "./texts/language.ts";

interface ChoiceProps<T extends string> {
  name: string;
  label: string;
  of: Partial<Record<T, string[]>>;
  only?: readonly T[];
  value: T;
  choose: (value: T) => void;
}

/** One of a few, each with a line that says what it means. */
export function Choice<T extends string>({ name, label, of, only, value, choose }: ChoiceProps<T>) {
  const keys = only ?? (Object.keys(of) as T[]);
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {keys.map((key) => (
        <label key={key}>
          <input type="radio" name={name} value={key} checked={key === value} onChange={() => choose(key)} />
          <span>
            <b>{of[key]?.[0]}</b>
            <span class="fine">{of[key]?.[1]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The page's own language, before there is a gathering to have one. */
export function Languages({ label, value, choose }: { label: string; value: Language; choose: (to: Language) => void }) {
  return (
    <label class="languages">
      <span class="unseen">{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {[...LANGUAGES].map(([code, { name }]) => <option key={code} value={code} lang={code}>{name}</option>)}
      </select>
    </label>
  );
}
