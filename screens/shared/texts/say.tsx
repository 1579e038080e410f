import type { ComponentChildren } from "preact";
import { localeOf, type Language } from "./language.ts";

/** A sentence with its {gaps} filled. Gaps hold elements, so a name stays isolated text wherever the language puts it. */
export function say(sentence: string, gaps: Record<string, ComponentChildren>): ComponentChildren {
  return sentence.split(/\{(\w+)\}/).map((part, i) => (i % 2 ? gaps[part] : part));
}

/** People's names in a row, each kept apart from the direction of the text around it. */
export function Names({ of, language }: { of: readonly string[]; language: Language }) {
  const parts = new Intl.ListFormat(localeOf(language)).formatToParts(of);
  return <>{parts.map((part) => (part.type === "element" ? <bdi>{part.value}</bdi> : part.value))}</>;
}
