"""Every refusal as a status, and how its sentence is filled. The sentences stand in the languages' files."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from tingsha.words import Refusal

STATUS: Final[dict[str, int]] = {
    "not-allowed": 403,
    "closed": 409,
    "stale": 409,
    "forgotten": 409,
    "was-removed": 409,
    "locked": 409,
    "full": 409,
    "name-empty": 422,
    "name-too-long": 422,
    "group-empty": 422,
    "group-too-long": 422,
    "too-many-groups": 422,
    "unknown-group": 422,
    "unknown-language": 422,
    "too-many-languages": 422,
    "unknown-roster-place": 422,
    "roster-place-taken": 409,
    "title-empty": 422,
    "title-too-long": 422,
    "too-much-text": 422,
    "question-empty": 422,
    "question-too-long": 422,
    "liquid-courage-is-spoken": 422,
    "too-many-questions": 422,
    "spots-unclear": 422,
    "spots-out-of-range": 422,
    "spot-names-unusable": 422,
    "keep-days-out-of-range": 422,
    "rounds-out-of-range": 422,
    "plan-out-of-range": 422,
    "extend-out-of-range": 422,
    "already-started": 409,
    "not-running": 409,
    "already-paused": 409,
    "not-paused": 409,
    "cannot-undo": 409,
    "follow-up-off": 409,
    "card-empty": 422,
    "card-too-long": 422,
    "contact-exchanged": 409,
    "nothing-heard-yet": 409,
    "too-many-patterns": 422,
    "pattern-too-long": 422,
    "introductions-off": 409,
    "not-both-yes": 409,
    "board-off": 409,
    "board-not-yet": 409,
    "board-full": 409,
    "board-at-rest": 409,
    "ticket-taken": 409,
    "contribution-empty": 422,
    "contribution-too-long": 422,
    "enough-shared": 409,
    "unknown-contribution": 404,
    "own-contribution": 409,
    "web-off": 409,
    "web-not-yet": 409,
    "unknown-participant": 404,
    "same-person": 422,
    "no-community": 409,
    "not-here": 409,
    "not-away": 409,
    "not-waiting": 409,
    "unknown-version": 422,
    "not-this-round": 409,
    "nobody-to-ask": 409,
    "not-asked": 409,
    "no-round-to-look-for": 409,
    "has-partner": 409,
    "no-partner": 409,
    "not-proposed": 409,
    "unknown-tag": 404,
    "own-tag": 422,
    "nothing-to-swap": 409,
    "kept-apart": 409,
    "phone-shared": 409,
    "not-by-number": 409,
    "count-out-of-range": 422,
    "nothing-to-mend": 409,
    "no-receipt": 409,
    "not-over-yet": 409,
    "attention-out-of-range": 422,
    "together-already": 409,
    "in-conversation": 409,
    "no-turns-to-come": 409,
    "not-together": 409,
    "steps-out-of-range": 422,
    "roster-name-empty": 422,
    "roster-name-too-long": 422,
    "roster-unknown-language": 422,
}


class Told(NamedTuple):
    """A refusal as it goes out: HTTP status, short title, sentence."""

    status: int
    title: str
    detail: str


def sentence(refusal: Refusal, status: Mapping[str, int], sentences: Mapping[str, str]) -> Told:
    """The status and the sentence for a refusal; an unknown code is a fault of ours and says so plainly."""
    found, words = status.get(refusal.code), sentences.get(refusal.code)
    if found is None or words is None:
        return Told(400, refusal.code, refusal.code)
    return Told(found, refusal.code.replace("-", " "), words.format_map(refusal.params))
