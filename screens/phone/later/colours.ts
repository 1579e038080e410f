// A file of one's own has the colours of the page that made it, light and dark; they stand in one place and are taken from there.

const PAPER = '[data-ground="paper"]';

/** The rules that set the colours of paper, also for whoever prefers dark; on real paper never dark. */
export function coloursOf(sheets: Iterable<CSSStyleSheet>): string {
  return [...sheets].flatMap(({ cssRules }) => Array.from(cssRules)).map(ruleOf).join("\n");
}

function ruleOf(rule: CSSRule): string {
  if (rule instanceof CSSStyleRule) return rule.selectorText === ":root" || rule.selectorText.includes(PAPER) ? rule.cssText : "";
  if (!(rule instanceof CSSMediaRule) || !rule.conditionText.includes("dark")) return "";
  const dark = Array.from(rule.cssRules, ruleOf).join("\n");
  return dark && `@media screen and ${rule.conditionText} {\n${dark}\n}`;
}
