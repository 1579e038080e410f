"""What each kind of viewer is shown, and how much of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import json, to_builtins

from tests.kit.crowd import KEEPER, Play
from tingsha.flow import host_view, own, people_view, view
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.words import Actor, Role

KIB = 1024
NEW = Actor(Role.NEWCOMER)
LONGEST_NAME = "語\U0001f600" * 20


def keys(document: Any) -> set[str]:
    return set(_keys(to_builtins(document)))


def _keys(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield path + name
            yield from _keys(inner, f"{path}{name}.")
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner, path)


COMMON = {
    "version", "control", "epoch", "phase", "title", "language", "mode", "milling", "preset", "groups", "picture",
    "invitation",
    "invitation.challenge", "invitation.give_and_take", "plan", "plan.rounds", "plan.turn_s", "plan.think_s",
    "plan.find_s", "plan.swap_s", "plan.breathe_s", "plan.debrief_s", "lasts_ms", "counts", "counts.here",
    "counts.in_conversation", "counts.looking", "timeline", "timeline.kind", "timeline.round", "timeline.starts",
    "timeline.ends", "timeline.speaker", "keep_until", "rehearsal", "bell", "web", "follow_up", "receipt", "patterns",
    "round_bells",
    "debrief", "debrief.form", "debrief.steps", "debrief.steps.kind", "debrief.steps.starts", "debrief.steps.ends",
}  # fmt: skip
PARTNER = {"participant", "name", "group", "phone"}
MINE = {
    "version", "participant", "code", "name", "group", "place", "away", "state", "envelopes", "envelopes.round",
    "envelopes.partners", "envelopes.spot", "envelopes.beacon", "envelopes.beacon.colour", "envelopes.beacon.shape",
    "envelopes.speaker", "envelopes.turns", "envelopes.turns.speaker", "envelopes.turns.after_ms",
    "envelopes.turns.lasts_ms", "notice", "notice.code", "notice.params", "notice.params.name", "notice.params.round",
    *(f"envelopes.partners.{it}" for it in PARTNER),
}  # fmt: skip


def seven() -> Play:
    """Seven people with a canary for a name, in round 1, one partner asked whether they are there."""
    play = Play(milling="guided", groups=["Care", "IT"])
    for person in range(7):
        play.must(g.Arrive(participant=f"p{person}", name=f"canary-{person}-", group="Care"), NEW)
    play.start()
    play.open_round(1)
    play.must(p.PartnerMissing(round=1), 0)
    return play


def named(play: Play, document: Any) -> set[int]:
    body = json.encode(document).decode()
    return {person for person in range(len(play.session.gathering.people)) if f"canary-{person}-" in body}


def test_what_everybody_sees_names_nobody() -> None:
    play = seven()
    stage = view.stage_common(play.session, 1, play.now, "join")
    for document in (play.common(), stage, view.public_card(play.session, "id")):
        assert named(play, document) == set()
    assert keys(play.common()) == COMMON
    assert keys(stage) == COMMON | {"code", "join"}


def test_ones_own_document_names_only_partners() -> None:
    play = seven()
    everything: set[str] = set()
    for person in range(7):
        partners = set().union(*(play.unit(round_, person) for round_ in (1, 2, 3)))
        assert named(play, play.mine(person)) == partners
        everything |= keys(play.mine(person))
    assert everything == MINE


def test_the_host_sees_the_names_of_those_who_need_a_hand() -> None:
    play = seven()
    play.must(g.StepOut(), 3)
    play.must(g.SetAdmission(admission="ask"))
    play.must(g.Arrive(participant="w", name="canary-7-"), NEW)
    assert named(play, play.host()) == {3, 7}
    assert people_view.people_page(play.session, 0, 100).after is None
    assert people_view.people_page(play.session, 2, 3).after == 5


def fullest() -> Play:
    """As much text as a gathering takes: many groups, ten rounds, the longest names, and all of it at once."""
    groups = [f"Afdeling {i:03} van" for i in range(200)]
    play = Play(milling="guided", groups=groups, title='"' * 120, plan=g.PlanAsked(rounds=10))
    play.watched = 0
    for person in range(3):
        play.must(g.Arrive(participant="f" * 31 + str(person), name=LONGEST_NAME, group=groups[0]), NEW)
    play.start()
    return play


@pytest.mark.at_length
def test_everybodys_documents_stay_small_at_their_fullest() -> None:
    play = fullest()
    play.must(g.SetAdmission(admission="ask"))
    for person in range(100, 160):
        play.must(g.Arrive(participant="f" * 29 + str(person), name=LONGEST_NAME), NEW)
    host = host_view.host_common(
        play.session, play.now, play.now, "https://example.org/j/ABCD2345", 1_000_000
    )
    stage = view.stage_common(play.session, play.now, play.now, "https://example.org/j/ABCD2345")
    assert len(json.encode(host)) <= 16 * KIB
    assert host.host.waiting
    assert len(json.encode(stage)) <= 16 * KIB


@pytest.mark.at_length
def test_a_trio_of_long_names_fits_for_ten_rounds() -> None:
    play = fullest()
    for person in range(3):
        assert len(play.mine(person).envelopes) == 10
        assert len(json.encode(play.mine(person))) <= 16 * KIB


def test_the_most_text_that_is_let_in_fits() -> None:
    low, high = 0, 200
    while low < high:
        many = (low + high + 1) // 2
        low, high = (many, high) if _opens(many) else (low, many - 1)
    assert low > 20
    play = Play(groups=[f"{i:03}" + "\U0001f600" * 20 for i in range(low)], plan=g.PlanAsked(rounds=10))
    play.start()
    host = host_view.host_common(
        play.session, play.now, play.now, "https://example.org/j/ABCD2345", 1_000_000
    )
    assert len(json.encode(host)) <= 16 * KIB


def _opens(groups: int) -> bool:
    try:
        Play(groups=[f"{i:03}" + "\U0001f600" * 20 for i in range(groups)], plan=g.PlanAsked(rounds=10))
    except AssertionError:
        return False
    return True


def test_a_hundred_proposals_are_not_all_shown() -> None:
    play = Play(milling="free")
    play.watched = 0
    play.arrive(101)
    for person in range(1, 101):
        play.must(p.Propose(to="p0"), person)
    proposals = play.mine(0).proposals
    assert isinstance(proposals, list)
    assert len(proposals) == own.MOST_PROPOSALS
    assert play.refused(p.Mend(), Actor(Role.HOST)) == "not-allowed"
    play.must(p.Mend(), KEEPER)
