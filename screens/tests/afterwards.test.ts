import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarOf, dayFrom } from "../phone/later/calendar.ts";
import { contentOf, escaped } from "../phone/later/lines.ts";
import { fileOf } from "../phone/later/keepsake.ts";
import { codeOf } from "../phone/later/qr.ts";
import { linkOf, mailOf, numberOf, vCardOf } from "../phone/later/vcard.ts";

const NASTY = "=cmd|' /C calc'!A0\r\nEND:VCARD\nBEGIN:VCARD; a, b\\c \u2028\u0007 é";

test("a text cannot end its line, nor begin another property", () => {
  assert.equal(escaped("a;b,c\\d\r\ne\rf\u2028g\u0007h"), "a\\;b\\,c\\\\d\\ne\\nf\\ng h");
  assert.ok(!/[\r\n]/.test(escaped(NASTY)));
});

test("lines are folded at 75 octets, never within a character", () => {
  const line = `SUMMARY:${"é🙂x".repeat(60)}`;
  const folded = contentOf([line]);
  for (const each of folded.trimEnd().split("\r\n")) assert.ok(Buffer.byteLength(each) <= 75);
  assert.equal(folded.replaceAll("\r\n ", ""), `${line}\r\n`);
});

test("nobody's card holds a formula, or a card of another's making", () => {
  const card = vCardOf({ name: NASTY, email: "+cmd@x.example", phone: "+31 6 12=1", link: "javascript:alert(1)" }, " @evening");
  assert.equal(card.split("\r\n").filter((line) => line === "BEGIN:VCARD" || line === "END:VCARD").length, 2);
  for (const value of card.split("\r\n").map((line) => line.split(":").slice(1).join(":"))) assert.ok(!/^[=\-@]/.test(value), value);
  assert.ok(card.includes("TEL;TYPE=CELL:+31 6 121\r\n"));
  assert.ok(!/javascript/i.test(card.split("\r\n").find((line) => line.startsWith("URL")) ?? ""));
});

test("a link is one of the web or none", () => {
  assert.equal(linkOf("example.org/me"), "https://example.org/me");
  assert.equal(linkOf("  "), "");
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "https://", "http:// x"]) assert.ok(!/^(javascript|data)/.test(linkOf(bad)));
  assert.equal(numberOf("tel:+31 (0)6-12.34/5;ext=9"), "+31 (0)6-12.34/59");
});

test("a letter goes to an address that every program reads, and to no other", () => {
  assert.equal(mailOf(" ali@example.org "), "mailto:ali@example.org");
  assert.equal(mailOf("a+b@example.org?cc=x@y.example"), "mailto:a%2Bb%40example.org%3Fcc%3Dx@y.example");
  assert.equal(mailOf("a@b@example.org"), "mailto:a%40b@example.org");
});

test("a day is the day on the wall, and the next one where a month ends", () => {
  assert.equal(dayFrom(new Date(2026, 11, 25, 23, 30).getTime(), 7), "2027-01-01");
  const text = calendarOf({ uid: "u", text: "x", day: "2028-02-28", from: "" }, Date.UTC(2026, 10, 25, 9));
  assert.ok(text.includes("DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n"));
  assert.ok(text.includes("DTSTAMP:20261125T090000Z\r\n"));
});

test("a code is as large as its text asks, and nothing beyond what a camera reads", () => {
  assert.equal(codeOf("x")!.length, 21);
  assert.equal(codeOf("x".repeat(106))!.length, 37);
  assert.equal(codeOf("x".repeat(107))!.length, 41);
  assert.equal(codeOf("x".repeat(858))!.length, 97);
  assert.equal(codeOf("x".repeat(859)), undefined);
});

test("whatever people wrote is text in the keepsake, and nothing is fetched or run", () => {
  const evil = `<script>x</script><img src=x onerror="x">'&`;
  const file = fileOf({
    language: "nl", direction: "ltr", title: evil, day: evil, questions: [evil], colours: ":root{}", foot: [evil],
    sections: [{ heading: evil, lines: [{ who: evil, said: evil }] }, { heading: "EMPTY", lines: [] }],
  });
  assert.ok(!/<(script|img)|onerror="/i.test(file));
  assert.ok(!/EMPTY|https?:/.test(file));
  assert.ok(file.includes("default-src 'none'"));
});
