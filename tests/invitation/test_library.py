"""The questions that stand ready."""

import json
from pathlib import Path

import pytest

import tingsha.languages
from tingsha.languages import languages
from tingsha.live.questions import ready
from tingsha.wording import QUESTION_GRAPHEMES, tidy, too_long

LANGUAGES = ("nl", "en")
LEAST = 40
SMALL = 12
"""Enough to begin with, in a language whose library is still young."""
SHORT_WORDS = 25
FEWEST = 12


@pytest.mark.parametrize("language", languages())
def test_each_can_be_asked_and_there_are_enough(language: str) -> None:
    pairs = [pair[:2] for purpose in ready(language).purposes for pair in purpose.pairs]
    assert len(pairs) == len(set(pairs)) >= (LEAST if language in LANGUAGES else SMALL)
    for question in (each for pair in pairs for each in pair):
        assert question == tidy(question)
        assert question.endswith("?")
        assert not too_long(question, QUESTION_GRAPHEMES)
        assert len(question.split()) <= SHORT_WORDS


def test_every_language_serves_the_same_purposes() -> None:
    purposes = {language: [purpose.key for purpose in ready(language).purposes] for language in LANGUAGES}
    assert purposes["nl"] == purposes["en"]
    assert len(set(purposes["nl"])) == len(purposes["nl"])


def first(language: str) -> tuple[str, str]:
    said = json.loads(Path(tingsha.languages.__file__).with_name(f"{language}.json").read_text("utf-8"))
    return said["first"]["challenge"], said["first"]["give_and_take"]


@pytest.mark.parametrize("language", languages())
def test_a_young_library_serves_some_of_them(language: str) -> None:
    purposes = [purpose.key for purpose in ready(language).purposes]
    known = [purpose.key for purpose in ready("nl").purposes]
    assert purposes == [key for key in known if key in purposes]
    assert ready(language).purposes[0].pairs[0][:2] == first(language), "the pair that a form begins with"
    assert {"first-day", "cross-functional", "innovators-apart"} <= set(purposes), "presets ask for these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_is_there_has_a_choice(language: str) -> None:
    library = ready(language)
    known = [audience.key for audience in library.audiences]
    assert known == ["colleagues", "strangers", "learners", "neighbours"]
    suits = [suited for purpose in library.purposes for *_, suited in purpose.pairs]
    assert all(suited and set(suited) <= set(known) for suited in suits)
    assert min(sum(key in suited for suited in suits) for key in known) >= FEWEST
