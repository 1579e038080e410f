// Content lines, as calendars (RFC 5545) and address cards (RFC 2426 and 6350) have them.

const LONGEST_BYTES = 75;
const ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** A text that cannot end its line, nor begin a property of its own. */
export function escaped(text: string): string {
  const tidy = text.replace(ENDS, "\n").replace(CONTROLS, " ").trim();
  return tidy.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

/** Each line folded at 75 octets, never within a character, and ended as both standards ask. */
export function contentOf(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function folded(line: string): string {
  const bytes = new TextEncoder();
  let out = "";
  let long = 0;
  for (const sign of line) {
    const more = bytes.encode(sign).length;
    if (long + more > LONGEST_BYTES) {
      out += "\r\n ";
      long = 1;
    }
    out += sign;
    long += more;
  }
  return out;
}
