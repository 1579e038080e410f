"""The questions that stand ready."""

import pytest

from tingsha.live.questions import ready
from tingsha.wording import QUESTION_GRAPHEMES, tidy, too_long

LANGUAGES = ("nl", "en")
LEAST = 40
SHORT_WORDS = 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_and_each_can_be_asked(language: str) -> None:
    pairs = [pair for purpose in ready(language) for pair in purpose.pairs]
    assert len(pairs) == len(set(pairs)) >= LEAST
    for question in (each for pair in pairs for each in pair):
        assert question == tidy(question)
        assert question.endswith("?")
        assert not too_long(question, QUESTION_GRAPHEMES)
        assert len(question.split()) <= SHORT_WORDS


def test_every_language_serves_the_same_purposes() -> None:
    purposes = {language: [purpose.key for purpose in ready(language)] for language in LANGUAGES}
    assert purposes["nl"] == purposes["en"]
    assert len(set(purposes["nl"])) == len(purposes["nl"])
