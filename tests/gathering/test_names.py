"""What a name may look like, however it was typed."""

import unicodedata

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tingsha.gathering.decide import named
from tingsha.wording import bytes_on_screen, empty, fold, tidy, too_long
from tingsha.words import Refusal

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
HIDDEN = "\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u00ad\u0000\u0007\u034f\ue000"
SIGNS = 'aé e\u0301\u0308\u200d\u200c\u202e\u200b\n\t \U0001f468\u0645\u3164Z\u0916\u094d\u212a"\\'
TEXTS = st.lists(st.sampled_from(SIGNS) | st.integers(0, 0x10FFFF).map(chr), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Noor \t de\n Wit ", "Noor de Wit"),
        ("Zoe\u0308", "Zoë"),
        ("Zoe\u200b\u0308", "Zoë"),
        ("a\u200c\u0300\u200c\u0300", "à\u0300"),
        ("\u202eabc\u202c", "abc"),
        ("a \u200b b", "a b"),
        ("Ho\u200dst", "Host"),
        ("\u200dAnna\u200c", "Anna"),
        ("Host", "Host"),
        (FAMILY, FAMILY),
        ("❤️", "❤️"),
        ("می‌خواهم", "می‌خواهم"),
        ("क्‍ष", "क्‍ष"),
        ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        ("Z" + "\u0334" * 60, "Z" + "\u0334" * 4),
    ],
)
def test_a_name_is_shown_tidied(typed: str, shown: str) -> None:
    assert named(typed) == shown


@pytest.mark.parametrize(
    "typed", ["", "   ", "\u200b", "\u200d\u200d", "\u3164", "\u2800 \u115f", "\u0301", HIDDEN]
)
def test_what_only_looks_empty_is_empty(typed: str) -> None:
    assert named(typed) == Refusal("name-empty")


@pytest.mark.parametrize("sign", ["a", "é", "語", "q\u0323\u0307"])
def test_forty_signs_are_a_name_and_forty_one_are_not(sign: str) -> None:
    assert named(sign * 40) == sign * 40
    assert named(sign * 41) == Refusal("name-too-long", {"most": 40})


def test_a_family_is_one_sign() -> None:
    assert not too_long(FAMILY, 5)
    assert named(FAMILY * 9) == FAMILY * 9
    assert named(FAMILY * 40) == Refusal("name-too-long", {"most": 40})


@given(TEXTS)
@settings(max_examples=40)
def test_tidying_leaves_nothing_to_tidy(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(sign) == "Cc" for sign in once)
    assert not set(once) & (set(HIDDEN) | set("\u202e\u200b\n\t"))
    assert "  " not in once
    assert once == once.strip()


@given(TEXTS)
@settings(max_examples=20)
def test_a_text_takes_as_many_bytes_as_it_is_said_to(text: str) -> None:
    assert len(msgspec.json.encode(tidy(text))) + 1 == bytes_on_screen(tidy(text))


def test_comparing_forgets_case_and_accents() -> None:
    assert fold("Éénheid") == fold("EENHEID")
    assert empty(tidy("\u00ad"))
