"""Why a plan is not better than it is, as sentences for the host, from the `reasons` of a language."""

from collections.abc import Mapping

from tingsha.pairs.why import Why


def sentence(why: Why, reasons: Mapping[str, str]) -> str:
    """The reason, from the `reasons` of a language."""
    return reasons[why.code].format_map(why.params)
