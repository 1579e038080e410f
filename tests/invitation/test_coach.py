"""The question coach: seldom wrong, and honest about what it does not see."""

import pytest

from tests.invitation.labelled import HINTS, Part, labelled, score
from tests.invitation.test_library import LANGUAGES
from tingsha.invitation.coach import Kind, hints
from tingsha.live.questions import cues_of, ready

PARTS: tuple[Part, ...] = ("chosen on", "held out", "later")


def test_the_set_is_large_enough() -> None:
    questions = [each for part in PARTS for each in labelled(part)]
    assert len(questions) == len({each.question for each in questions}) >= 200
    assert {each.language for each in questions} == set(LANGUAGES)
    assert {hint for each in questions for hint in each.hints} == set(HINTS)


@pytest.mark.parametrize("hint", HINTS)
def test_a_hint_is_seldom_wrong_and_not_often_missing(hint: str) -> None:
    found = score(hint, labelled("held out"))
    assert found.precision >= 0.75
    assert found.recall >= 0.9


@pytest.mark.at_length
def test_of_questions_it_never_saw_it_sees_fewer_and_is_still_right() -> None:
    found = [score(hint, labelled("later")) for hint in HINTS]
    given, right, wanted = (
        sum(each) for each in zip(*((f.given, f.right, f.wanted) for f in found), strict=True)
    )
    assert right / given >= 0.95
    assert right / wanted >= 0.55


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_nothing_to_say_about_our_own_questions(language: str) -> None:
    for purpose in ready(language).purposes:
        for challenge, give_and_take, _ in purpose.pairs:
            assert hints(challenge, "challenge", cues_of(language)) == []
            assert hints(give_and_take, "give_and_take", cues_of(language)) == []


@pytest.mark.parametrize("kind", ["challenge", "give_and_take"])
def test_nothing_typed_yet_gets_no_hint(kind: Kind) -> None:
    assert hints("  ", kind, cues_of("en")) == []
