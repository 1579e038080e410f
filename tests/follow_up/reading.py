"""Reads calendars and address cards with a parser that is not ours."""

import re
from typing import Any

from icalendar import Calendar, Component

TEXTS = ("FN", "EMAIL", "NOTE")
"""Of a card's properties the parser takes these as they stand."""


def calendar_of(text: str) -> dict[str, Any]:
    """The one event of a calendar: what, on which day, and how long after its start the reminder comes."""
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    return {
        "summary": str(event["SUMMARY"]),
        "description": str(event.get("DESCRIPTION", "")),
        "day": event.decoded("DTSTART").isoformat(),
        "ends": event.decoded("DTEND").isoformat(),
        "rings": str(alarm.decoded("TRIGGER")),
        "uid": str(event["UID"]),
    }


def card_of(text: str) -> dict[str, str]:
    """The properties of one address card, unfolded and unescaped."""
    card = Component.from_ical(text)
    return {name: str(unescaped(str(value)) if name in TEXTS else value) for name, value in card.items()}


def unescaped(value: str) -> str:
    """A text as RFC 6350 has it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.S)
