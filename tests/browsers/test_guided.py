"""Seven phones, a stage and a host play a whole guided gathering: three conversations with different people."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers.room import Device, Room, Untimely, in_three_tries, meetings, units_of
from tests.kit.server import Server

NAMES = ("Noor", "Daan", "Fatima", "Sem", "Mo", "Iris", "Bo")
WRONG_CLOCKS = {"Sem": 3 * 3_600_000, "Mo": -60_000}
PLAN = {"rounds": 3, "turn_s": 4, "think_s": 3, "find_s": 4, "swap_s": 2, "breathe_s": 3, "debrief_s": 6}
TOGETHER_MS = {"AudioWorklet": 10.0, "ScriptProcessor": 25.0}
"""All bells ring within this of each other. A ScriptProcessor's own clock is off by up to a buffer of 21 ms."""
ON_TIME_MS = 50.0
SHOWN_MS = 800
"""A busy machine paints late; turns differ by two seconds."""

SECURE = {"origin": "http://localhost:{}", "language": "nl-NL"}
INSECURE = {"origin": "http://tingsha.test:{}", "language": "en-GB"}
WORDS = {
    "nl": {"round": "Ronde", "mine": "Jij vertelt", "together": "Wat hoorde je"},
    "en": {"round": "Round", "mine": "Your turn to talk", "together": "What did you hear"},
}


@pytest.mark.parametrize(
    ("where", "language"), [(SECURE, "nl"), (INSECURE, "en")], ids=["secure-nl", "insecure-en"]
)
def test_seven_people_have_three_conversations(
    chromium: Browser, server: Server, where: dict[str, str], language: str
) -> None:
    in_three_tries(lambda: play(chromium, server, where, language))


def play(chromium: Browser, server: Server, where: dict[str, str], language: str) -> None:
    gathering = server.open(groups=["Zorg", "ICT"], plan=PLAN, language=language)
    origin = where["origin"].format(server.port)
    words = WORDS[language]
    with Room(chromium, server, gathering, origin=origin, language=where["language"], measured=True) as room:
        stage, _host = room.open_stage(), room.open_host()
        for place, name in enumerate(NAMES):
            room.join(name, "Zorg" if place % 2 else "ICT", WRONG_CLOCKS.get(name, 0))
        room.arm()
        (means,) = {device.hear() for device in room.devices()}
        assert means == ("AudioWorklet" if language == "nl" else "ScriptProcessor")
        room.start()
        stage.wait_for_title(words["together"])
        expect(room.phones["Noor"].page.locator(".beacon")).to_have_count(0)
        timeline = timeline_of(room)
        check_partners(room, words["round"])
        check_turns(room, words)
        check_bells(room, timeline, TOGETHER_MS[means])
        assert room.faults() == []


def timeline_of(room: Room) -> list[dict[str, Any]]:
    """The timeline as the server tells it to the host's page."""
    stream = room.server.documents(room.gathering, "host")
    return stream["common"]["timeline"]


def check_partners(room: Room, round_word: str) -> None:
    """Nobody twice with the same, nobody alone, one trio a round and not always the same one."""
    rounds = [units_of(each) for each in room.partners(round_word, 3).values()]
    for units in rounds:
        assert set().union(*units) == set(NAMES)
        assert sorted(map(len, units)) == [2, 2, 3]
    met = [pair for units in rounds for pair in meetings(units)]
    assert len(met) == len(set(met)), "two people met twice"
    trios = [unit for units in rounds for unit in units if len(unit) == 3]
    assert len(set(trios)) == 3


def check_turns(room: Room, words: dict[str, str]) -> None:
    """Everybody tells once in each round: in a pair for a whole turn, in a trio for an equal third."""
    rounds = room.partners(words["round"], 3)
    for name, phone in room.phones.items():
        told = telling(phone, words["mine"])
        assert len(told) == 3, f"{name} told {len(told)} times"
        for lasted, partners in zip(told, rounds.values(), strict=True):
            # Who speaks next is named from the change of turns on, so all but the first have that before their turn.
            turn = 4_000 if len(partners[name]) == 1 else 2_000
            assert min(abs(lasted - turn), abs(lasted - turn - 2_000)) < SHOWN_MS, (
                f"{name} told for {lasted:.0f} ms"
            )


def telling(phone: Device, mine: str) -> list[float]:
    """How long each of its own turns stood on a phone, in ms."""
    return [after["at"] - line["at"] for line, after in pairwise(phone.diary()) if mine in line["title"]]


def check_bells(room: Room, timeline: list[dict[str, Any]], together_ms: float) -> None:
    """Every device rings every bell, at its instant, and all together."""
    bells = [each["starts"] for each in timeline if each["kind"] == "bell"]
    assert len(bells) == 3
    for bell in bells:
        rung = [min(device.onsets(), key=lambda at: abs(at - bell)) - bell for device in room.devices()]
        if max(map(abs, rung)) >= ON_TIME_MS or max(rung) - min(rung) >= together_ms:
            raise Untimely(f"rung this many ms from the bell's instant: {rung}")
