"""Deciding whether two questions can be asked. Their texts go to the vault, never to the log."""

from tingsha.gathering.commands import InvitationAsked, Open, Questions
from tingsha.invitation.liquid_courage import LONGEST_TURN_S
from tingsha.wording import QUESTION_GRAPHEMES, empty, tidy, too_long
from tingsha.words import Decision, Fact, Refusal, Said


def invite(opening: Open) -> Decision:
    """The texts of an invitation: `challenge` and `give_and_take`, with `:2` for a second round of its own."""
    if opening.preset == "liquid-courage":
        return _dare(opening)
    if opening.invitation is None:
        return Refusal("question-empty")
    return _texts(opening.invitation, opening.plan.rounds)


def _dare(opening: Open) -> Decision:
    """Five open sentences in a minute, and nothing typed: what is said in courage stays between two people."""
    if opening.plan.turn_s > LONGEST_TURN_S:
        return Refusal("plan-out-of-range", {"field": "turn_s", "least": 1, "most": LONGEST_TURN_S})
    if opening.board or opening.invitation is not None:
        return Refusal("liquid-courage-is-spoken")
    return []


def _texts(asked: InvitationAsked, rounds: int) -> Decision:
    if len(asked.per_round) > rounds:
        return Refusal("too-many-questions", {"most": rounds})
    facts: list[Fact] = []
    both = Questions(asked.challenge, asked.give_and_take)
    for suffix, pair in [("", both), *((f":{i}", each) for i, each in enumerate(asked.per_round, 1))]:
        for key, said in (("challenge", pair.challenge), ("give_and_take", pair.give_and_take)):
            question = tidy(said)
            if empty(question):
                return Refusal("question-empty")
            if too_long(question, QUESTION_GRAPHEMES):
                return Refusal("question-too-long", {"most": QUESTION_GRAPHEMES})
            facts.append(Said(key + suffix, question))
    return facts
