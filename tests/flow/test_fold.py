"""The fold takes anything, and what it makes of a log is what was there before."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json, structs

from tests.kit.any_event import ANY_EVENT
from tests.kit.crowd import Play
from tingsha.flow import host_view, own, people_view, view
from tingsha.flow.evolve import evolve
from tingsha.flow.session import Session
from tingsha.flow.wire import event_bytes, read_event
from tingsha.gathering import events as g
from tingsha.pairs import events as p
from tingsha.rounds import events as r
from tingsha.words import Event, Steering


def shown(session: Session, at: int) -> list[bytes]:
    """Every document of every viewer."""
    documents = [
        view.common(session, 1, at),
        view.stage_common(session, 1, at, "join"),
        host_view.host_common(session, 1, at, "join", 3),
        people_view.people_page(session, 0, 100),
        view.public_card(session, "id"),
        *(own.mine(session, person) for person in range(len(session.gathering.people))),
    ]
    return [json.encode(document) for document in documents]


def steering_now(event: Event, session: Session) -> Event:
    return structs.replace(event, base=session.control) if isinstance(event, Steering) else event


def started() -> Play:
    play = Play(milling="guided", groups=["Care", "IT"])
    play.arrive(7, ["Care", "IT"])
    play.start()
    return play


STARTED = started().log
OPENED = STARTED[:6]


@given(st.lists(ANY_EVENT, max_size=8), st.sampled_from([[], OPENED, STARTED]))
@settings(max_examples=20)
def test_no_event_makes_the_fold_or_a_view_raise(events: list[Event], before_that: list[bytes]) -> None:
    session = Session()
    for body in before_that:
        evolve(session, read_event(body))
    for event in events:
        before = session.version
        evolve(session, steering_now(event, session))
        assert session.version == before + 1
    for at in (0, 1_800_000_040_000):
        shown(session, at)
    assert len(session.pairs.tables) <= 10
    assert len(session.gathering.people) <= 7 + len(events)


def test_wild_numbers_are_ignored() -> None:
    play = started()
    session = play.session
    before = shown(session, play.now)
    huge = 10**12
    events: list[Event] = [
        g.SteppedOut(person=-1),
        g.Removed(person=huge),
        g.KeptApart(a=0, b=huge),
        g.Arrived(participant="x", at=play.now, group=huge),
        g.RosterPlaced(base=0, revision=1, rows=1, groups=huge),
        p.RoundsPaired(base=0, rounds=[p.RoundPaired([0, 1])]),
        p.RoundsPaired(base=0, rounds=[p.RoundPaired([0, 1, huge])]),
        p.RoundsPaired(base=0, rounds=[p.RoundPaired([0, 1, -1])] * 11),
        p.RoundsPaired(base=0, rounds=[p.RoundPaired([], width=0)]),
        p.EnvelopesChanged(base=0, changes=[p.RowsChanged(huge, [0], [[0, 1]])]),
        p.EnvelopesChanged(base=0, changes=[p.RowsChanged(1, [huge], [[0, 1]])]),
        p.EnvelopesChanged(base=0, changes=[p.RowsChanged(1, [-1], [[0, 1]])]),
        p.EnvelopesChanged(base=0, changes=[p.RowsChanged(1, [0], [])]),
        p.EnvelopesChanged(base=0, changes=[p.RowsChanged(1, [0], [[-1] * 1_000])]),
        p.EnvelopesChanged(base=0, changes=[], words=[p.Word(huge, "late")]),
        p.EnvelopesChanged(base=0, changes=[], split=[[]]),
        p.PlacesSwapped(base=0, round=4, a=0, b=1),
        p.PlacesSwapped(base=0, round=1, a=0, b=1, reached=[huge**2] * 3),
        p.BroughtTogether(base=0, a=0, b=1, change=p.RowsChanged(1, [huge], [[0, 1]])),
        p.BroughtTogether(base=0, a=0, b=1, change=p.RowsChanged(1, [0], [[0, huge]])),
        g.JokerNamed(person=huge, on=True),
        g.MayMeet(a=0, b=1),
        r.TurnsSet(base=0, at=play.now, seconds=huge),
        r.EndSet(base=0, segment=huge, ends=play.now, undoes=1),
        r.DebriefSet(base=0, at=play.now, form="voices", steps_s=[huge] * 3),
        p.EnvelopeSeen(person=huge, version=1),
        p.PartnerAsked(person=0, missed_by=-5, until=0),
        p.Proposed(person=0, to=huge),
        p.PairLeft(person=0, round=huge),
    ]
    assert [evolve(session, steering_now(event, session)) for event in events] == [False] * len(events)
    assert shown(session, play.now) == before


def test_a_steering_event_that_came_too_late_is_ignored() -> None:
    play = started()
    stale = g.AdmissionSet(base=play.session.control - 1, admission="locked")
    assert not evolve(play.session, stale)
    assert play.session.gathering.admission == "open"


@given(ANY_EVENT)
@settings(max_examples=20)
def test_events_survive_the_log(event: Event) -> None:
    try:
        body = event_bytes(event)
    except OverflowError:
        return
    assert read_event(body) == event


def test_a_replayed_log_shows_the_same_to_everybody() -> None:
    play = started()
    assert shown(play.replayed(), play.now) == shown(play.session, play.now)
