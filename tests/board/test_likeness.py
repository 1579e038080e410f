"""What is much the same comes together, and says so in words that somebody wrote."""

from itertools import combinations
from statistics import mean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.board.labelled import adjusted_rand, by_hand, in_groups, labelled, plain_groups
from tingsha.board.kin import Kin, read_kin
from tingsha.board.likeness import Floats, alike, gathered, nearness
from tingsha.live.suggestions import kin_of

LANGUAGES = ("nl", "en", "de", "fr", "es")
KIN = read_kin("bells: bell* *klok gong\nrain: rain* wet\n")

texts = st.lists(st.text("ab cde", max_size=12), max_size=12)


@st.composite
def nearnesses(draw: st.DrawFn) -> Floats:
    n = draw(st.integers(0, 9))
    near = np.zeros((n, n), np.float32)
    for a, b in combinations(range(n), 2):
        near[a, b] = near[b, a] = draw(st.integers(0, 1_000)) / 1_000 + (a * n + b) * 1e-5
    return near


@given(nearnesses(), st.floats(0.1, 0.9))
def test_groups_are_those_of_joining_the_nearest_two_again_and_again(near: Floats, enough: float) -> None:
    assert gathered(near, enough) == _one_by_one(near, enough)


def _one_by_one(near: Floats, enough: float) -> list[list[int]]:
    groups = [[each] for each in range(len(near))]

    def on_average(one: list[int], other: list[int]) -> float:
        return float(np.mean(near[np.ix_(one, other)].astype(np.float64)))

    while len(groups) > 1:
        one, other = max(combinations(groups, 2), key=lambda two: on_average(*two))
        if on_average(one, other) < enough:
            break
        groups = [*(each for each in groups if each is not one and each is not other), one + other]
    return sorted(sorted(group) for group in groups)


@given(texts, st.randoms(use_true_random=False))
def test_the_order_in_which_they_come_changes_nothing(words: list[str], draw: object) -> None:
    mixed = list(words)
    draw.shuffle(mixed)  # type: ignore[attr-defined]

    def said(of: list[str]) -> list[tuple[str, list[str]]]:
        found = alike(of, "en", KIN)
        return sorted((of[each.central], sorted(of[at] for at in each.members)) for each in found)

    assert said(words) == said(mixed)


@given(texts)
def test_nobody_is_in_two_groups_and_the_words_are_a_members_own(words: list[str]) -> None:
    groups = alike(words, "nl", KIN)
    everybody = [at for each in groups for at in each.members]
    assert len(everybody) == len(set(everybody))
    for each in groups:
        assert each.central in each.members
        assert len(each.members) >= 3
    assert [len(each.members) for each in groups] == sorted((len(g.members) for g in groups), reverse=True)


def test_words_that_are_kin_bring_together_what_shares_no_word() -> None:
    words = ["a bell rang", "torenklok", "the gong", "nothing here", "quite other", "and so on"]
    assert [each.members for each in alike(words, "en", KIN)] == [(0, 1, 2)]
    assert alike(words, "en", Kin()) == []


@pytest.mark.parametrize(("language", "one", "other"), [
    ("nl", "vergaderingen", "vergadering"), ("en", "meetings", "meeting"), ("de", "sitzungen", "sitzung"),
    ("fr", "réunions", "réunion"), ("es", "reuniones", "reunión"),
])  # fmt: skip
def test_forms_of_one_word_are_one_word(language: str, one: str, other: str) -> None:
    near = nearness([one, other, "xyz"], language, Kin())
    assert near[0, 1] > 0.9
    assert near[0, 2] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_themes(language: str) -> None:
    assert len(kin_of(language).themes) == len(kin_of("nl").themes) > 30
    assert all(theme.whole or theme.begin for theme in kin_of(language).themes)


def test_a_language_that_nobody_has_written_down_still_finds_the_same_words() -> None:
    assert kin_of("xx") == Kin()
    same = ["hiljaisuus on kaunis asia"] * 3 + ["jotain aivan muuta"] * 3
    assert [each.members for each in alike(same, "xx", Kin())] == [(0, 1, 2), (3, 4, 5)]


@pytest.mark.at_length
@pytest.mark.parametrize(("part", "least"), [("chosen on", 0.3), ("held out", 0.3), ("other languages", 0.4)])
def test_it_comes_nearer_to_people_than_plain_counting_does(part: str, least: float) -> None:
    some = labelled(part)  # type: ignore[arg-type]
    ours = mean(
        adjusted_rand(by_hand(each), in_groups(_members(each.texts, each.language), len(each.texts)))
        for each in some
    )
    plain = mean(
        adjusted_rand(by_hand(each), in_groups(plain_groups(each.texts, 0.12), len(each.texts)))
        for each in some
    )
    assert ours > max(least, plain + 0.2)


def _members(words: list[str], language: str) -> list[tuple[int, ...]]:
    return [each.members for each in alike(words, language, kin_of(language))]


def test_agreement_is_counted_as_it_should_be() -> None:
    assert adjusted_rand([0, 0, 1, 1], [1, 1, 0, 0]) == 1
    assert adjusted_rand([0, 0, 1, 1], [0, 1, 0, 1]) == pytest.approx(-0.5)
