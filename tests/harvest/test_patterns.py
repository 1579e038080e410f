"""Up to three patterns as heard: written down by the host, seen by all, and really gone when taken away."""

import pytest
from msgspec import json

from tests.kit.crowd import Play
from tingsha.flow import view
from tingsha.harvest.commands import HearPatterns
from tingsha.rounds import commands as r


def together() -> Play:
    play = Play()
    play.arrive(4)
    play.start()
    play.must(r.Next())
    return play


def test_what_was_heard_stands_on_every_screen_and_may_be_written_anew() -> None:
    play = together()
    play.must(HearPatterns(patterns=["Te weinig tijd  samen", " ", "Iedereen wil leren"]))
    assert play.common().patterns == ["Te weinig tijd samen", "Iedereen wil leren"]
    assert view.stage_common(play.session, 0, play.now, "join").patterns == play.common().patterns
    play.must(HearPatterns(patterns=["Eén ding"]))
    assert play.common().patterns == ["Eén ding"]
    assert "Iedereen wil leren" not in play.session.texts.values()
    play.must(HearPatterns(patterns=[]))
    assert play.common().patterns == []


@pytest.mark.parametrize(
    ("patterns", "code"), [(["a"] * 4, "too-many-patterns"), (["é" * 121], "pattern-too-long")]
)
def test_too_much_is_refused_and_changes_nothing(patterns: list[str], code: str) -> None:
    play = together()
    play.must(HearPatterns(patterns=["one"]))
    assert play.refused(HearPatterns(patterns=patterns)) == code
    assert play.common().patterns == ["one"]


def test_nothing_is_heard_before_anybody_talked() -> None:
    assert Play().refused(HearPatterns(patterns=["one"])) == "nothing-heard-yet"


def test_there_is_room_for_patterns_beside_the_longest_questions() -> None:
    play = Play(groups=["語" * 40] * 1 + [f"{n} " + "語" * 36 for n in range(69)])
    play.arrive(2)
    play.start()
    play.must(r.Next())
    play.must(HearPatterns(patterns=["ü" * 60, "語" * 60, "x" * 120]))
    assert len(json.encode(play.common())) <= 16 * 1024


def test_the_log_holds_no_words_of_it() -> None:
    play = together()
    play.must(HearPatterns(patterns=["canary-pattern"]))
    assert b"canary" not in b"".join(play.log)
