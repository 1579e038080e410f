"""Days as people write them."""

from datetime import date

from tingsha.languages import OnPaper


def written_day(said: OnPaper, day: date | None) -> str:
    """25 November 2026; nothing for no day."""
    if day is None:
        return ""
    return said.day.format(day=day.day, month=said.months[day.month - 1], year=day.year)
