// One's own plan for one's own calendar: a whole day, with a reminder in the morning.

import { contentOf, escaped } from "./lines.ts";

export interface Plan {
  uid: string;
  /** what one wants to do */
  text: string;
  /** 2026-12-09, by the calendar on the wall */
  day: string;
  /** in which gathering it was thought of */
  from: string;
}

/** The reminder comes nine hours into the day. */
const MORNING = "PT9H";

/** `stamp`: when it was made, ms since the epoch. */
export function calendarOf(plan: Plan, stamp: number): string {
  return contentOf([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tingsha//15 percent//EN",
    ...eventOf(plan, stamp, [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(plan.text)}`,
      `TRIGGER;RELATED=START:${MORNING}`,
      "END:VALARM",
    ]),
    "END:VCALENDAR",
  ]);
}

/** As short as it goes, for a QR code that another phone takes in. */
export function eventOf({ uid, text, day, from }: Plan, stamp: number, alarm: readonly string[] = []): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@tingsha`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escaped(text)}`,
    ...(from ? [`DESCRIPTION:${escaped(from)}`] : []),
    "TRANSP:TRANSPARENT",
    ...alarm,
    "END:VEVENT",
  ];
}

/** A day so many days after an instant, as a calendar on the wall here has it. */
export function dayFrom(ms: number, days: number): string {
  const at = new Date(ms);
  return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate() + days)).toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function compact(day: string): string {
  return day.replaceAll("-", "");
}

function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, "");
}
