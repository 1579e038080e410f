"""Three gatherings of a community after each other: strangers come first, for whoever comes each time."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kit.crowd import Play
from tingsha.gathering import commands as g
from tingsha.words import Actor, Role

Couple = frozenset[str]
NEWCOMER = Actor(Role.NEWCOMER)


def held(people: list[str], before: set[Couple], rounds: int, seed: int) -> list[Couple]:
    """Everybody comes in, by the same name each time and with whom they met of those who are here; who met whom."""
    play = Play(milling="guided", plan=g.PlanAsked(rounds=rounds), community="c" * 32, seed=seed)
    play.watched = 0
    for number, name in enumerate(people):
        met = [other for other in people[:number] if frozenset({name, other}) in before]
        play.must(g.Arrive(participant=name, name=name, device=f"hash-{name}", met=met), NEWCOMER)
    play.start()
    ids = play.session.gathering.people.ids
    return [
        frozenset({ids[a], ids[b]})
        for round_ in range(1, rounds + 1)
        for unit in play.units(round_)
        for a, b in combinations(sorted(unit), 2)
    ]


@given(
    st.lists(st.sets(st.integers(0, 15), min_size=8), min_size=3, max_size=3),
    st.integers(1, 2),
    st.integers(0, 2**31),
)
@settings(max_examples=25, deadline=None)
def test_nobody_meets_again_while_there_are_strangers_enough(
    comers: list[set[int]], rounds: int, seed: int
) -> None:
    met: set[Couple] = set()
    for each in comers:
        people = [f"p{one}" for one in sorted(each)]
        people = people[len(people) % 2 :]
        known = max(sum(frozenset({one, other}) in met for other in people) for one in people)
        now = held(people, met, rounds, seed)
        assert len(set(now)) == len(now), "nobody twice in one gathering"
        # So many strangers are enough whatever happened (Dirac): a repeat would have been avoidable.
        if rounds - 1 + known <= len(people) // 2 - 1:
            assert not met & set(now)
        met |= set(now)


def test_a_word_tells_whom_one_met_at_an_earlier_gathering() -> None:
    play = Play(milling="free", community="c" * 32)
    play.arrive(1)
    play.must(g.Arrive(participant="p1", name="Bo", met=["p0", "p1", "gone"]), NEWCOMER)
    assert list(play.session.gathering.met_before) == [(0, 1)]
    assert play.host().acquainted == 1


def test_what_a_phone_is_known_by_lies_in_the_vault_and_goes_with_the_name() -> None:
    play = Play(community="c" * 32)
    for who in ("p0", "p1"):
        play.must(g.Arrive(participant=who, name=who, device="shared"), NEWCOMER)
    assert play.mine(0).known
    keeper = Actor(Role.KEEPER)
    play.must(g.MakeKnown(participant="p0", device="other"), keeper)
    assert play.do(g.MakeKnown(participant="p0", device="other"), keeper) == []
    assert not any(b"shared" in body or b"other" in body for body in play.log)
    play.must(g.EraseMe(), 0)
    kept = {key: words for key, words in play.session.texts.items() if key.startswith("device")}
    assert kept == {"device:shared": "p1", "devices:p1": "shared"}, "the phone is somebody else's by now"
    play.must(g.EraseMe(), 1)
    assert not [key for key in play.session.texts if key.startswith("device")]
    assert play.refused(g.MakeKnown(participant="p1", device="x"), keeper) == "unknown-participant"
