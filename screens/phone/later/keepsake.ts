// One file of one's own that opens anywhere, also without a network and in ten years: no links it needs, no scripts, nothing fetched.

export interface Kept {
  language: string;
  direction: string;
  title: string;
  day: string;
  /** the two questions, or the five sentences */
  questions: readonly string[];
  sections: readonly Section[];
  foot: readonly string[];
  /** the colours, as rules */
  colours: string;
}

/** A heading with its lines: what stands in front of each, and what it says. */
export interface Section {
  heading: string;
  lines: readonly { who?: string; said: string }[];
}

const STYLE = `
  body { max-width: 36rem; margin: 0 auto; padding: min(2.5rem, 8vw) min(1.4rem, 6vw) 4rem; background: var(--ground); color: var(--ink);
    font: 1.05rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; text-wrap: pretty; hyphens: auto }
  html { background: var(--ground) }
  h1, h2, blockquote { font-family: ui-serif, Georgia, serif; font-weight: 500; line-height: 1.25; text-wrap: balance }
  h1 { margin: 0; font-size: min(2rem, 12vw) }
  h2 { margin: 2.4rem 0 .6rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.25rem; color: var(--accent) }
  blockquote { margin: 1rem 0 0; font-size: 1.2rem }
  .day, footer { color: var(--ink-2); font-size: .9rem }
  .day { margin: .3rem 0 1.6rem }
  ul { margin: 0; padding: 0; list-style: none }
  li { margin: 0 0 .8rem; break-inside: avoid }
  b { display: block }
  li span { white-space: pre-line }
  footer { margin-top: 3rem }
  footer p { margin: .3rem 0 }
  @page { margin: 2cm }
  @media print { body { max-width: none; padding: 0; font-size: 11pt } }`;

/** The whole file. Every word in it may be anybody's, so every word is text and nothing else. */
export function fileOf(kept: Kept): string {
  return `<!doctype html>
<html lang="${safe(kept.language)}" dir="${safe(kept.direction)}" data-ground="paper">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${safe(kept.title)}</title>
<style>${kept.colours}${STYLE}</style>
</head>
<body>
<main>
<h1><bdi>${safe(kept.title)}</bdi></h1>
<p class="day">${safe(kept.day)}</p>
${kept.questions.map((each) => `<blockquote dir="auto">${safe(each)}</blockquote>`).join("\n")}
${kept.sections.filter(({ lines }) => lines.length > 0).map(sectionOf).join("\n")}
</main>
<footer>
${kept.foot.map((each) => `<p>${safe(each)}</p>`).join("\n")}
</footer>
</body>
</html>
`;
}

function sectionOf({ heading, lines }: Section): string {
  const rows = lines.map(({ who, said }) => `<li>${who ? `<b><bdi>${safe(who)}</bdi></b>` : ""}${said ? `<span dir="auto">${safe(said)}</span>` : ""}</li>`);
  return `<section>\n<h2>${safe(heading)}</h2>\n<ul>\n${rows.join("\n")}\n</ul>\n</section>`;
}

const SAFE: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SAFE[sign]!);
}
