"""The questions that stand ready."""

import pytest

from tingsha.live.questions import ready
from tingsha.wording import QUESTION_GRAPHEMES, tidy, too_long

LANGUAGES = ("nl", "en")
LEAST = 40
SHORT_WORDS = 25
FEWEST = 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_and_each_can_be_asked(language: str) -> None:
    pairs = [pair[:2] for purpose in ready(language).purposes for pair in purpose.pairs]
    assert len(pairs) == len(set(pairs)) >= LEAST
    for question in (each for pair in pairs for each in pair):
        assert question == tidy(question)
        assert question.endswith("?")
        assert not too_long(question, QUESTION_GRAPHEMES)
        assert len(question.split()) <= SHORT_WORDS


def test_every_language_serves_the_same_purposes() -> None:
    purposes = {language: [purpose.key for purpose in ready(language).purposes] for language in LANGUAGES}
    assert purposes["nl"] == purposes["en"]
    assert len(set(purposes["nl"])) == len(purposes["nl"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_is_there_has_a_choice(language: str) -> None:
    library = ready(language)
    known = [audience.key for audience in library.audiences]
    assert known == ["colleagues", "strangers", "learners", "neighbours"]
    suits = [suited for purpose in library.purposes for *_, suited in purpose.pairs]
    assert all(suited and set(suited) <= set(known) for suited in suits)
    assert min(sum(key in suited for suited in suits) for key in known) >= FEWEST
