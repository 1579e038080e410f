// From words as they are written to words as they are said: {gaps} are filled, and numbers choose their form.

export type Gaps = Record<string, string | number>;

/** Forms of one sentence: by a number itself (`1`) or by what Intl.PluralRules makes of it (`one`, `few`, `other`). */
type Form = "zero" | "one" | "two" | "few" | "many" | "other" | number | `${number}`;

/** Forms have become a function that picks the one for a number; the rest is as it was written. */
export type Said<T> = T extends string | readonly string[]
  ? T
  : keyof T extends Form
    ? (n: number) => string
    : { [Name in keyof T]: Said<T[Name]> };

const FORMS = /^(\d+|zero|one|two|few|many|other)$/;

/** Words ready to use in a locale. */
export function said<T>(written: T, locale: string): Said<T> {
  const rules = new Intl.PluralRules(locale);
  const ready = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    const names = Object.keys(part);
    if (names.every((name) => FORMS.test(name))) return (n: number) => counted(part as Record<string, string>, n, rules, locale);
    return Object.fromEntries(names.map((name) => [name, ready((part as Record<string, unknown>)[name])]));
  };
  return ready(written) as Said<T>;
}

function counted(forms: Record<string, string>, n: number, rules: Intl.PluralRules, locale: string): string {
  return filled(forms[n] ?? forms[rules.select(n)] ?? forms.other!, { n: n.toLocaleString(locale) });
}

/** A sentence with its {gaps} filled; one that nobody fills stays as it is. */
export function filled(sentence: string, gaps: Gaps): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
}
