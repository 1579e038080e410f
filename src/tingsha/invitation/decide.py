"""Deciding whether two questions can be asked. Their texts go to the vault, never to the log."""

from tingsha.gathering.commands import InvitationAsked, Questions
from tingsha.wording import QUESTION_GRAPHEMES, empty, tidy, too_long
from tingsha.words import Decision, Fact, Refusal, Said


def invite(asked: InvitationAsked | None, rounds: int) -> Decision:
    """The texts of an invitation: `challenge` and `give_and_take`, with `:2` for a second round of its own."""
    if asked is None:
        return Refusal("question-empty")
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
