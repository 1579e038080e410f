"""Cards, calendars and codes that a phone makes are read by parsers and a decoder that are not ours."""

import json
import subprocess
from typing import Any

import numpy as np
import pytest
import zxingcpp
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from build_screens import SCREENS, _node_folder
from tests.follow_up.reading import calendar_of, card_of
from tests.house.tracked import ROOT

MAKE = """
import { readFileSync } from "node:fs";
import { calendarOf } from "./phone/later/calendar.ts";
import { codeOf } from "./phone/later/qr.ts";
import { vCardOf } from "./phone/later/vcard.ts";
const { cards = [], plans = [], codes = [] } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify({
  cards: cards.map((each) => vCardOf(each, "Tingsha; an evening, with\\nfriends")),
  plans: plans.map((each) => calendarOf(each, 1795600000000)),
  codes: codes.map((each) => codeOf(each)?.map((row) => row.map(Number)) ?? null),
}));
"""


def made(**asked: list[Any]) -> dict[str, list[Any]]:
    """What the phone's own code makes of this, in its Node."""
    node = [_node_folder() / "node", "--input-type=module-typescript", "-e", MAKE]
    run = subprocess.run(
        node, cwd=ROOT / SCREENS, input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


UNSHRUNK = [Phase.explicit, Phase.reuse, Phase.generate]
"""Each try starts a Node; a failing text is short as it is."""
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=90)


@settings(max_examples=12, deadline=None, phases=UNSHRUNK)
@given(st.lists(WORDS, min_size=8, max_size=8))
def test_whatever_is_typed_a_calendar_holds_one_event_with_one_reminder(texts: list[str]) -> None:
    plans = [{"uid": "u1", "text": each, "day": "2027-02-28", "from": each} for each in texts]
    for text, calendar in zip(texts, made(plans=plans)["plans"], strict=True):
        event = calendar_of(calendar)
        assert (event["day"], event["ends"], event["rings"]) == ("2027-02-28", "2027-03-01", "9:00:00")
        assert plain(event["summary"]) == plain(text)
        assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))


@settings(max_examples=12, deadline=None, phases=UNSHRUNK)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), min_size=8, max_size=8))
def test_whatever_is_typed_a_card_is_one_card_without_formulas(
    texts: list[tuple[str, str, str, str]],
) -> None:
    cards = [dict(zip(("name", "email", "phone", "link"), each, strict=True)) for each in texts]
    for card in made(cards=cards)["cards"]:
        read = card_of(card)
        assert set(read) <= {"VERSION", "N", "FN", "EMAIL", "TEL", "URL", "NOTE"}
        assert read["VERSION"] == "3.0"
        assert not any(read.get(name, "").startswith(("=", "-", "@")) for name in ("FN", "EMAIL", "NOTE"))
        assert set(read.get("TEL", "")) <= set("0123456789+()-. /")
        assert read.get("URL", "https://").startswith(("https://", "http://"))


@pytest.mark.at_length
def test_a_card_comes_back_as_it_was_given() -> None:
    given_ = {
        "name": "Şükran van der Meulen-Öztürk; jr.",
        "email": "s@x.example",
        "phone": "+31 6 123",
        "link": "https://x.example/a?b=c,d;e",
    }
    read = card_of(made(cards=[given_])["cards"][0])
    assert read["FN"] == given_["name"]
    assert (read["EMAIL"], read["TEL"]) == (given_["email"], given_["phone"])
    assert read["NOTE"] == "Tingsha; an evening, with\nfriends"


@pytest.mark.at_length
@pytest.mark.parametrize("sign", ["x", "é", "漢"])
def test_a_code_of_every_size_is_read_by_a_real_decoder(sign: str) -> None:
    most = 858 // len(sign.encode())
    texts = [sign * length for length in sorted({*range(1, most, 37 // len(sign.encode())), most})]
    for text, code in zip(texts, made(codes=texts)["codes"], strict=True):
        picture = 255 - np.kron(np.pad(np.array(code, np.uint8), 4), np.ones((4, 4), np.uint8)) * 255
        (found,) = zxingcpp.read_barcodes(picture.astype(np.uint8))
        assert found.text == text


def plain(text: str) -> str:
    """Without what no calendar can hold: control signs, and spaces at the ends of a line."""
    lines = "".join(each if each.isprintable() else " " for each in text.replace("\r\n", "\n")).split()
    return "".join(lines)
