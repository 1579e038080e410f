"""From a plan to a timeline, and how a timeline is shifted. Pure sums, times in milliseconds."""

from dataclasses import dataclass, replace
from typing import Final

from tingsha.words import SECOND, Instant

LEAD: Final = 1 * SECOND
"""A segment cut short ends this much later, so that every device hears of it before it must ring."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The minimum specification: how many rounds, and seconds per segment."""

    rounds: int = 3
    turn_s: int = 120
    think_s: int = 30
    find_s: int = 30
    swap_s: int = 5
    breathe_s: int = 20
    debrief_s: int = 240

    def lasts_ms(self) -> int:
        """From start to the end of the debrief."""
        round_s = self.find_s + 2 * self.turn_s + self.swap_s
        pauses = (self.rounds - 1) * self.breathe_s
        return (self.think_s + self.rounds * round_s + pauses + self.debrief_s) * SECOND


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time. `round` counts from 1 (0 outside the rounds); `speaker` 0 or 1 in a turn, else -1."""

    kind: str
    round: int
    starts: Instant
    ends: Instant
    speaker: int = -1


def timeline(plan: Plan, starts: Instant) -> list[Segment]:
    """Every segment from `starts` on, without gaps, in order."""
    segments: list[Segment] = []
    now = starts
    for kind, round_, speaker, seconds in _stretches(plan):
        segments.append(Segment(kind, round_, now, now + seconds * SECOND, speaker))
        now += seconds * SECOND
    return segments


def _stretches(plan: Plan) -> list[tuple[str, int, int, int]]:
    stretches = [("think", 0, -1, plan.think_s)]
    for round_ in range(1, plan.rounds + 1):
        stretches += [
            ("find", round_, -1, plan.find_s),
            ("turn", round_, 0, plan.turn_s),
            ("swap", round_, -1, plan.swap_s),
            ("turn", round_, 1, plan.turn_s),
            ("bell", round_, -1, 0),
        ]
        if round_ < plan.rounds:
            stretches.append(("breathe", round_, -1, plan.breathe_s))
    return [*stretches, ("debrief", 0, -1, plan.debrief_s)]


def running(segments: list[Segment], now: Instant) -> int | None:
    """Place of the segment that `now` lies in; None before the first and after the last."""
    for place, segment in enumerate(segments):
        if segment.starts <= now < segment.ends:
            return place
    return None


def lasting(segments: list[Segment], place: int, ends: Instant) -> list[Segment]:
    """The same timeline with one segment ending at `ends` and all later ones shifted along."""
    shift = ends - segments[place].ends
    changed = [*segments[:place], replace(segments[place], ends=ends)]
    later = segments[place + 1 :]
    return changed + [replace(each, starts=each.starts + shift, ends=each.ends + shift) for each in later]


def extended(segments: list[Segment], now: Instant, seconds: int) -> list[Segment]:
    """Longer (or shorter) from `now` on. In the first turn both turns change, so that they stay equal."""
    place = running(segments, now)
    if place is None:
        return segments
    segment = segments[place]
    ends = max(segment.ends + seconds * SECOND, min(segment.ends, now + LEAD))
    changed = lasting(segments, place, ends)
    if segment.kind != "turn" or segment.speaker != 0:
        return changed
    other = next(i for i, each in enumerate(changed) if each.kind == "turn" and i > place)
    return lasting(changed, other, changed[other].starts + ends - segment.starts)


def skipped(segments: list[Segment], now: Instant) -> list[Segment]:
    """The running segment ends (almost) now."""
    place = running(segments, now)
    if place is None:
        return segments
    return lasting(segments, place, min(segments[place].ends, now + LEAD))


def resumed(segments: list[Segment], paused_at: Instant, now: Instant) -> list[Segment]:
    """What was still to come at the pause comes that much later.

    A pause in the talking moves the whole conversation, from its first turn on, so that turns stay equal for
    trios too, whose thirds are counted from there; the finding before it lasts that much longer instead.
    """
    place = running(segments, paused_at)
    if place is None:
        return segments
    segment = segments[place]
    if segment.kind in ("turn", "swap"):
        place = (
            next(i for i, each in enumerate(segments) if each.round == segment.round and each.speaker == 0)
            - 1
        )
    return lasting(segments, place, segments[place].ends + max(0, now - paused_at))


def with_turns(segments: list[Segment], now: Instant, seconds: int) -> list[Segment]:
    """Turns of this length in the rounds whose talking has not begun; what comes after moves along."""
    coming = {each.round for each in turns_to_come(segments, now)}
    changed = segments
    for place, each in enumerate(segments):
        if each.kind == "turn" and each.round in coming:
            changed = lasting(changed, place, changed[place].starts + seconds * SECOND)
    return changed


def turns_to_come(segments: list[Segment], now: Instant) -> list[Segment]:
    """The turns of the rounds whose talking has not begun."""
    coming = {each.round for each in segments if each.speaker == 0 and each.starts > now}
    return [each for each in segments if each.kind == "turn" and each.round in coming]


def together_now(segments: list[Segment], now: Instant) -> list[Segment]:
    """Straight to the debrief: what was left of the rounds is dropped."""
    debrief = segments[-1]
    past = [each for each in segments if each.ends <= now and each is not debrief]
    cut = [
        replace(each, ends=now) for each in segments if each.starts <= now < each.ends and each is not debrief
    ]
    return [*past, *cut, replace(debrief, starts=now, ends=now + debrief.ends - debrief.starts)]
