// A coach for one's own 15 %: says where something seems to need another's yes, means one does not have, or others to act. It
// never stands in the way. What is typed stays on the phone, so the coach has to be there too.

export type Hint = "leave" | "means" | "others";

/** Turns of phrase that give it away: `*` behind a letter stands for the rest of a word. After a word of `without` nothing counts for a while. */
export type Cues = Record<Hint, readonly string[]> & { without: readonly string[] };

/** What matters most first. */
const ORDER: readonly Hint[] = ["leave", "means", "others"];
/** So many words are denied by "without" or "no". */
const DENIED = 3;

export function hintsOf(text: string, cues: Cues): Hint[] {
  const sentences = text.toLowerCase().replace(/[’`]/g, "'").split(/[.;:!?\n]+|,(?=\s)/);
  const said = sentences.map((each) => ` ${allowed(words(each), cues.without).join(" ")} `);
  return ORDER.filter((hint) => said.some((each) => cues[hint].some((cue) => patternOf(cue).test(each))));
}

function words(sentence: string): string[] {
  return sentence.replace(/[^\p{L}\p{N}'%-]+/gu, " ").trim().split(" ");
}

/** "Without asking permission" asks for none. */
function allowed(said: readonly string[], without: readonly string[]): string[] {
  const left: string[] = [];
  let denied = 0;
  for (const word of said) {
    if (without.includes(word)) denied = DENIED + 1;
    if (denied > 0) denied--;
    else left.push(word);
  }
  return left;
}

function patternOf(cue: string): RegExp {
  return new RegExp(` ${cue.replace(/(\p{L})\*/gu, "$1[^ ]*")} `);
}
