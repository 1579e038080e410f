"""The two questions: for all rounds, or a pair for a round."""

from typing import Any

import pytest

from tests.kit.crowd import QUESTIONS, Play
from tingsha.flow.documents import Question
from tingsha.gathering.commands import InvitationAsked, Open, PlanAsked, Questions
from tingsha.invitation.decide import invite
from tingsha.invitation.liquid_courage import openers
from tingsha.words import Refusal, Said


def asked(challenge: str = "What?", give_and_take: str = "How?", **more: list[Questions]) -> InvitationAsked:
    return InvitationAsked(challenge, give_and_take, **more)


@pytest.mark.parametrize(
    ("invitation", "code"),
    [
        (None, "question-empty"),
        (asked(challenge=" "), "question-empty"),
        (asked(give_and_take="\u200b"), "question-empty"),
        (asked(challenge="q" * 201), "question-too-long"),
        (asked(per_round=[Questions("a", "b")] * 4), "too-many-questions"),
        (asked(per_round=[Questions("a", "")]), "question-empty"),
    ],
)
def test_what_cannot_be_asked(invitation: InvitationAsked | None, code: str) -> None:
    refusal = invite(Open(invitation=invitation))
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


def test_questions_are_texts_and_never_events() -> None:
    facts = invite(Open(invitation=asked("  What \n now?")))
    assert facts == [Said("challenge", "What now?"), Said("give_and_take", "How?")]


def test_one_pair_stands_for_all_rounds() -> None:
    invitation = Play().common().invitation
    assert (invitation.challenge, invitation.give_and_take) == (QUESTIONS.challenge, QUESTIONS.give_and_take)
    assert not isinstance(invitation.per_round, list)


def test_rounds_may_have_their_own() -> None:
    own = [Questions("First?", "Give?"), Questions("Second?", "Take?")]
    invitation = Play(invitation=asked(per_round=own)).common().invitation
    assert invitation.per_round == [Question("First?", "Give?"), Question("Second?", "Take?")]


def courage(**said: Any) -> Open:
    return Open(preset="liquid-courage", plan=PlanAsked(turn_s=60), **said)


def test_liquid_courage_asks_nothing_but_its_five_sentences() -> None:
    assert invite(courage()) == []
    for opening in (
        courage(board=True),
        courage(invitation=asked("What now?")),
    ):
        refusal = invite(opening)
        assert isinstance(refusal, Refusal)
        assert refusal.code == "liquid-courage-is-spoken"


def test_liquid_courage_leaves_no_time_for_caution() -> None:
    refusal = invite(Open(preset="liquid-courage", plan=PlanAsked(turn_s=61)))
    assert isinstance(refusal, Refusal)
    assert refusal.params["most"] == 60


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_sees_the_five_sentences(language: str) -> None:
    play = Play(preset="liquid-courage", language=language, invitation=None, plan=PlanAsked(turn_s=60))
    shown = play.common().invitation
    assert shown.openers == openers(language)
    assert len(openers(language)) == 5
    assert (shown.challenge, shown.give_and_take) == ("", "")
