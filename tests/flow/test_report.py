"""The host's report: right figures, and nobody to be recognised in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from tests.kit.crowd import Play
from tingsha.flow.report import FEWEST, report
from tingsha.gathering import commands as g
from tingsha.harvest.commands import HearPatterns
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r
from tingsha.who_met_whom import commands as w

GROUPS = ["Care", "IT", "Law", "Board"]


def played(people: int, groups: list[str] | None = None, milling: str = "guided") -> Play:
    """A guided gathering whose rounds are over."""
    play = Play(groups=groups or [], milling=milling)
    play.arrive(people, groups)
    play.start()
    play.pass_to(play.segment("debrief", 0) + 1_000)
    return play


@pytest.mark.at_length
def test_it_counts_people_conversations_the_mix_and_new_connections() -> None:
    play = played(12, ["Care", "IT"])
    play.must(HearPatterns(patterns=["Too little time", "Everybody wants to learn"]))
    made = report(play.session)
    assert (made.people, made.conversations, made.rounds) == (12, 18, 3)
    assert made.mixed is not None
    assert (made.mixed.conversations, made.mixed.of) == (18, 18)
    assert made.new_connections == 18
    assert [(each.group, each.people) for each in made.groups] == [("Care", 6), ("IT", 6)]
    assert made.patterns == ["Too little time", "Everybody wants to learn"]
    assert made.questions == ["What keeps you busy?", "What do you hope to get and to give?"]
    assert made.began == play.common().timeline[0].starts


def test_a_trio_is_one_conversation_and_three_connections() -> None:
    made = report(played(13).session)
    assert (made.conversations, made.new_connections) == (18, 3 * (5 + 3))


@pytest.mark.at_length
def test_it_tells_what_was_confirmed_and_counts_no_connection_that_was_denied() -> None:
    play = played(12)
    before = report(play.session)
    assert before.confirmed is None
    partner = play.session.pairs.table(1).unit_of(0)
    other = next(each for each in partner if each != 0)
    play.must(w.TellMeeting(round=1, participant=f"p{other}", talked=False), 0)
    denied = report(play.session)
    assert (denied.new_connections, denied.conversations) == (17, 18)
    play.must(w.TellMeeting(round=1, participant="p0", talked=True), other)
    agreed = report(play.session)
    assert (agreed.confirmed, agreed.new_connections) == (None, 18), "a number about two people is not told"
    for person in (each for each in range(12) if each not in (0, other)):
        (partner,) = {*play.session.pairs.table(1).unit_of(person)} - {person}
        play.must(w.TellMeeting(round=1, participant=f"p{partner}", talked=True), person)
    assert report(play.session).confirmed == 6


@pytest.mark.at_length
def test_only_rounds_that_were_held_count() -> None:
    play = Play(milling="guided")
    play.arrive(12)
    play.start()
    play.open_round(2)
    play.must(r.Next())
    assert report(play.session).rounds == 1
    assert report(play.session).conversations == 6


def test_where_people_choose_nobody_counts_and_by_number_the_count_does() -> None:
    free = report(played(12, milling="free").session)
    assert (free.people, free.conversations, free.confirmed, free.mixed) == (12, None, None, None)
    play = Play(milling="numbers")
    play.must(p.CountOff(people=31))
    play.start()
    play.pass_to(play.segment("debrief", 0) + 1_000)
    made = report(play.session)
    assert (made.people, made.conversations, made.new_connections) == (31, 45, None)


def test_a_handful_is_not_counted_at_all() -> None:
    play = played(4, ["Care", "IT"])
    play.must(HearPatterns(patterns=["Too little time"]))
    made = report(play.session)
    figures = (made.people, made.conversations, made.confirmed, made.mixed, made.new_connections, made.groups)
    assert figures == (None, None, None, None, None, [])
    assert made.patterns == ["Too little time"]


@given(
    sizes=st.lists(st.integers(0, 9), min_size=4, max_size=4), without=st.integers(0, 6), gone=st.integers(0, 3)
)  # fmt: skip
def test_no_group_of_a_few_can_be_seen_nor_found_by_subtracting(
    sizes: list[int], without: int, gone: int
) -> None:
    play = Play(milling="guided", groups=GROUPS)
    for group, size in zip(GROUPS, sizes, strict=True):
        for _ in range(size):
            play.arrive(1, [group])
    play.arrive(without)
    for person in range(min(gone, sum(sizes))):
        play.must(g.Remove(participant=f"p{person}"))
    made = report(play.session)
    shown = [each.people for each in made.groups]
    assert all(each >= FEWEST for each in shown)
    whole = sum(sizes) + without - min(gone, sum(sizes))
    assert made.people == (whole if whole >= FEWEST else None)
    if shown:
        assert sum(shown) == whole
    assert sum(each.group is None for each in made.groups) <= 1
    named = {each.group: each.people for each in made.groups if each.group}
    for group, people in named.items():
        assert people <= sizes[GROUPS.index(group)]


@pytest.mark.at_length
def test_nobody_is_in_it_by_name_id_or_wish() -> None:
    play = Play(milling="guided", groups=["Care", "IT"])
    play.arrive(12, ["Care", "IT"])
    play.session.texts |= {key: f"CANARY {key}" for key in play.session.texts if key.startswith("name:")}
    play.start()
    play.pass_to(play.segment("debrief", 0) + 1_000)
    play.must(w.ShowMyName(show=True), 0)
    body = json.encode(report(play.session)).decode()
    assert "CANARY" not in body
    assert not any(f'"p{person}"' in body for person in range(12))
