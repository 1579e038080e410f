"""One thing at a time on the stage: the last that the host asked for."""

from typing import Any

import pytest

from tests.kit.crowd import KEEPER, Play
from tingsha.board import commands as b
from tingsha.receipt import commands as a
from tingsha.rounds import commands as r
from tingsha.who_met_whom import commands as w
from tingsha.words import Command

SHOWS: dict[str, Command] = {
    "board": b.ShowBoard(show=True), "receipt": a.ShowReceipt(show=True), "web": w.TurnWeb(on=True),
}  # fmt: skip


def looking_back() -> Play:
    play = Play()
    play.must(b.TurnBoard(on=True))
    play.must(a.TurnReceipt(on=True))
    people = play.arrive(6)
    play.start()
    play.pass_to(play.segment("debrief", 0) + 1_000)
    for person in people:
        play.must(a.TellAttention(seconds=20), person)
    play.do(a.MakeReceipt(), KEEPER)
    return play


def shown(play: Play) -> set[str]:
    session: Any = play.session
    found = {
        "board": session.board.on_stage,
        "receipt": session.receipt.shown,
        "web": session.web.when == "now",
    }
    return {name for name, there in found.items() if there}


@pytest.mark.parametrize("closed", [False, True], ids=["looking back", "closed"])
@pytest.mark.parametrize("second", SHOWS)
@pytest.mark.parametrize("first", SHOWS)
def test_the_last_that_was_asked_for_stands_there_alone(first: str, second: str, *, closed: bool) -> None:
    play = looking_back()
    if closed:
        play.must(r.Close())
    play.must(SHOWS[first])
    assert shown(play) == {first}
    play.do(SHOWS[second])
    assert shown(play) == {second}
    assert play.replayed().board.on_stage == play.session.board.on_stage


@pytest.mark.parametrize("first", SHOWS)
def test_what_is_looked_back_on_takes_the_stage(first: str) -> None:
    play = looking_back()
    play.must(SHOWS[first])
    play.must(r.Debrief(form="fifteen"))
    assert shown(play) == set()
    assert (play.session.web.when == "after") == (first == "web")
