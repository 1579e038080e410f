"""The rule of five, under anything that people may do in any order."""

from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.board.playing import BY_TICKET, Sharing, secret, ticket_of
from tingsha.board import commands as c
from tingsha.board.slips import name_of
from tingsha.gathering import commands as g

PEOPLE: Final = 9
LEAST, HANDFUL = 5, 3

WHO: Final = st.integers(0, PEOPLE - 1)
ACTS: Final = st.one_of(
    st.tuples(st.just("contribute"), WHO),
    st.tuples(st.just("contribute"), WHO),
    st.tuples(st.just("share"), WHO),
    st.tuples(st.just("withdraw"), st.integers(0, 40)),
    st.tuples(st.just("withdraw"), st.integers(0, 40)),
    st.tuples(st.just("take-down"), st.integers(0, 40)),
    st.tuples(st.just("remove"), WHO),
    st.tuples(st.just("erase"), WHO),
    st.tuples(st.just("turn"), st.booleans()),
    st.tuples(st.just("beat"), st.just(0)),
    st.tuples(st.just("beat"), st.just(0)),
)


class Watched(Sharing):
    """Knows what no server does: whose each contribution is."""

    def __init__(self) -> None:
        super().__init__(PEOPLE)
        self.watched = 0
        self.hand: dict[str, int] = {}
        self.ever: set[str] = set()

    def act(self, what: str, which: Any) -> None:
        before = self.shared
        if what == "contribute":
            self.do(
                c.Contribute(ticket=ticket_of(which), kind="need", words="w", secret=self._secret()),
                BY_TICKET,
            )
        elif what == "share":
            self.do(c.Share(kind="need", words="w", secret=self._secret()), which)
        elif what == "withdraw":
            self.withdraw(which)
        elif what == "take-down":
            self.do(c.TakeDown(contribution=name_of(secret(which))))
        elif what == "remove":
            self.do(g.Remove(participant=f"p{which}"))
        elif what == "erase":
            self.do(g.EraseMe(), which)
        elif what == "turn":
            self.do(c.TurnBoard(on=which))
        else:
            self.beat()
        if self.shared > before:
            self.hand[name_of(secret(self.shared))] = which

    def people(self, names: set[str]) -> int:
        return len({self.hand[name] for name in names})

    def check(self) -> None:
        seen = self.seen
        assert not seen or self.people(seen) >= LEAST
        fresh = seen - self.ever
        assert not fresh or self.people(fresh) >= (HANDFUL if self.ever else LEAST)
        assert self.stands.open == bool(seen) if self.session.board.on else not seen
        self.ever |= seen


@given(st.lists(ACTS, max_size=60))
@settings(max_examples=150, deadline=None)
def test_nothing_is_ever_shown_of_fewer_than_five_and_nothing_new_of_fewer_than_three(
    acts: list[Any],
) -> None:
    play = Watched()
    for what, which in acts:
        play.act(what, which)
        play.check()
    assert_counts_are_right(play)


def assert_counts_are_right(play: Watched) -> None:
    """What is counted along the way is what counting anew finds."""
    board = play.session.board
    along = (
        dict(board.up.tickets),
        dict(board.up.names),
        dict(board.waiting.tickets),
        dict(board.waiting.names),
    )
    board.count_again()
    assert along == (
        dict(board.up.tickets),
        dict(board.up.names),
        dict(board.waiting.tickets),
        dict(board.waiting.names),
    )


@given(st.permutations(range(8)), st.permutations(range(8)))
@settings(max_examples=40, deadline=None)
def test_what_is_shown_and_in_which_order_does_not_depend_on_who_came_first(
    one: list[int], other: list[int]
) -> None:
    assert listed(one) == listed(other)


def listed(order: list[int]) -> list[object]:
    play = Sharing(8)
    for person in order:
        command = c.Contribute(
            ticket=ticket_of(person), kind="need", words=f"of {person}", secret=secret(person)
        )
        play.must(command, BY_TICKET)
    play.beat()
    return list(play.shown)
