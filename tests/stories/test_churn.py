"""People come, go, block and fall silent at any moment: what holds all the same when a round opens."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kit.crowd import Play
from tingsha.gathering import commands as g
from tingsha.gathering.commands import PlanAsked

PLAN = PlanAsked(turn_s=30, think_s=30, find_s=10, debrief_s=10)
ROUNDS = (1, 2, 3)
LARGE = 24


@dataclass(frozen=True)
class Stir:
    """Somebody does something: at a moment, in thousandths of the time between two openings."""

    what: str
    who: int
    whom: int
    moment: int


PEOPLE = st.integers(0, 99)
STIRS = st.builds(
    Stir,
    st.sampled_from(["out", "out", "back", "arrive", "block", "silent"]),
    PEOPLE,
    PEOPLE,
    st.integers(0, 999),
)


def stir(play: Play, each: Stir) -> None:
    people = len(play.session.gathering.people)
    who, whom = each.who % people, each.whom % people
    if each.what == "arrive":
        play.arrive()
    elif each.what == "silent":
        play.asleep ^= {who}
    elif each.what == "block" and who % 3 == 0:
        play.do(g.Block(participant=f"p{whom}"), who)
    elif each.what in ("out", "back"):
        play.do(g.StepOut() if each.what == "out" else g.ComeBack(), who)


def openings(play: Play, stirs: list[list[Stir]]) -> Iterator[int]:
    """Every round just after it opened, with the stirs of the time before."""
    for round_ in ROUNDS:
        begins, opens = play.now, play.segment("find", round_)
        for each in sorted(stirs[round_ - 1], key=lambda it: it.moment):
            play.pass_to(begins + (opens - begins) * each.moment // 1_000)
            before = together(play)
            stir(play, each)
            play.wait(0.7)
            assert_only_gained_or_lost(play, before)
        play.pass_to(opens)
        yield round_


def together(play: Play) -> tuple[int, list[set[int]]]:
    round_ = play.session.opened_round(play.now)
    return round_, play.units(round_) if round_ else []


def assert_only_gained_or_lost(play: Play, before: tuple[int, list[set[int]]]) -> None:
    round_, units = together(play)
    if not round_ or round_ != before[0]:
        return
    for unit in before[1]:
        stayed = {person for person in unit if play.session.here(person)}
        assert len(stayed) < 2 or any(stayed <= other for other in units)


@given(st.integers(5, 40), st.lists(st.lists(STIRS, max_size=4), min_size=3, max_size=3), st.integers(1, 99))
@settings(max_examples=6)
def test_whatever_people_do_each_round_opens_well(n: int, stirs: list[list[Stir]], seed: int) -> None:
    play = Play(seed, milling="guided", plan=PLAN)
    play.watched = 0
    play.arrive(n)
    play.start()
    met: dict[frozenset[int], int] = {}
    silent = any(each.what == "silent" for some in stirs for each in some)
    for round_ in openings(play, stirs):
        units = play.units(round_)
        seated = [person for unit in units for person in unit]
        here = {person for person in range(len(play.session.gathering.people)) if play.session.here(person)}
        late = {person for person in here if play.notice(person) == "late"}
        apart = {frozenset(couple) for couple in play.session.gathering.apart}
        couples = [frozenset(couple) for unit in units for couple in combinations(unit, 2)]
        assert len(seated) == len(set(seated))
        assert not apart & set(couples)
        assert all(len(unit) >= 2 for unit in units)
        assert n < LARGE or all(len(unit) <= 3 for unit in units)
        if not apart:
            assert here - late <= set(seated) or len(here) == 1
        # A unit that is put together again for a phone that fell silent may have met meanwhile.
        if n >= LARGE and not silent:
            assert not met.keys() & set(couples)
        met |= dict.fromkeys(couples, round_)
