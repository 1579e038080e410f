"""The board in real browsers: five leave something for each other, one takes it back, and it closes as it was."""

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from playwright.sync_api import APIResponse, Browser, Locator, Page, Route, expect

from tests.browsers.room import PATIENCE_MS, Device, Room
from tests.journal.on_disk import files_with
from tests.kit.server import Server
from tests.kit.sharing import contribute

PLAN = {"rounds": 1, "turn_s": 1, "think_s": 0, "find_s": 1, "swap_s": 1, "breathe_s": 1, "debrief_s": 120}
NAMES = ("Noor", "Daan", "Bo", "Kim", "Sem")


@dataclass(frozen=True)
class Said:
    """What stands on the screens in one language."""

    locale: str
    kinds: tuple[str, str, str]
    on: str
    anonymous: str
    named: str
    only_me: str
    take_back: str
    me_too: str
    agreed: str
    not_yet: str
    few: str
    turn: str
    show: str


NL = Said(
    "nl-NL", ("Een inzicht", "Een vraag", "Ik kan helpen met"), "Verder", "zonder mijn naam", "met mijn naam: Noor",
    "Alleen ik",
    "Neem terug", "Ik ook", "1 zegt: ik ook", "zodra genoeg mensen iets deelden", "Jullie zijn met weinig",
    "Na de rondes kunnen mensen iets opschrijven", "Zet het op het scherm in de zaal",
)  # fmt: skip
EN = Said(
    "en-GB", ("An insight", "A need", "I can help with"), "Next", "without my name", "with my name: Noor", "Only me",
    "Take it back", "Me too", "1 says: me too", "once enough people have shared something", "only a few of you",
    "After the rounds people can write something down", "Put it on the big screen",
)  # fmt: skip


def board_of(phone: Device) -> Locator:
    return phone.page.locator("section.board")


def write(phone: Device, said: Said, words: str, whom: str, kind: int = 0) -> None:
    board = board_of(phone)
    board.get_by_role("button", name=said.kinds[kind]).click()
    board.locator("textarea").fill(words)
    board.get_by_role("button", name=said.on, exact=True).click()
    board.get_by_role("button", name=whom).click()
    expect(board.locator("[role=status]")).not_to_be_empty()


def on_board(phone: Device) -> Locator:
    """What hangs there, with its "me too" or the word that it is one's own."""
    return board_of(phone).locator("li:has(.agree)")


def test_five_leave_something_for_each_other(chromium: Browser, server: Server) -> None:
    leave_something(chromium, server, NL)


def test_five_leave_something_for_each_other_in_english(chromium: Browser, server: Server) -> None:
    leave_something(chromium, server, EN)


def leave_something(chromium: Browser, server: Server, said: Said) -> None:
    gathering = server.open(plan=PLAN, milling="free", groups=[], language=said.locale[:2])
    with Room(chromium, server, gathering, language=said.locale) as room:
        stage, host = room.open_stage(), room.open_host()
        noor, daan, bo, kim, sem = (room.join(name) for name in NAMES)
        host.page.get_by_label(said.turn).check()
        room.start()
        expect(board_of(noor)).to_be_visible(timeout=PATIENCE_MS)
        expect(board_of(noor).get_by_text(said.few)).to_be_visible()

        write(noor, said, "kanarie Noor", said.named, kind=2)
        for name, phone in zip(NAMES[1:4], (daan, bo, kim), strict=True):
            write(phone, said, f"kanarie {name}", said.anonymous)
        write(sem, said, "kanarie private", said.only_me)
        expect(board_of(sem).get_by_text(said.not_yet)).to_be_visible()
        assert files_with(server.data, b"kanarie private") == []

        write(sem, said, "kanarie Sem", said.anonymous, kind=1)
        write(noor, said, "kanarie Noor again", said.anonymous)
        for phone in (noor, daan, bo, kim, sem):
            expect(on_board(phone)).to_have_count(6, timeout=PATIENCE_MS)
        expect(on_board(daan).filter(has_text="kanarie Noor")).to_have_count(2)
        expect(on_board(daan).get_by_text("Noor", exact=True)).to_have_count(1)
        agree(noor, daan, said)

        host.page.get_by_role("button", name=said.show).last.click()
        stage.page.locator(".contributions li").first.wait_for()
        expect(stage.page.get_by_text("kanarie").first).to_be_visible()
        take_back(kim, [noor, daan, bo, sem], said, server)
        take_back_until_closed(room, noor, said)
        assert room.faults() == []


def agree(author: Device, other: Device, said: Said) -> None:
    theirs = on_board(other).filter(has=other.page.get_by_text("Noor", exact=True))
    theirs.get_by_role("button", name=said.me_too).click()
    mine = on_board(author).filter(has_text="kanarie Noor").filter(has_text=said.agreed)
    expect(mine).to_have_count(1, timeout=PATIENCE_MS)


def take_back(author: Device, others: list[Device], said: Said, server: Server) -> None:
    """Gone from every screen, and from every file."""
    own = (
        board_of(author)
        .locator("li", has_text="kanarie Kim")
        .filter(has=author.page.get_by_role("button", name=said.take_back))
    )
    own.get_by_role("button", name=said.take_back).click()
    expect(own).to_have_count(0)
    expect(board_of(author).locator("[role=status]")).to_be_empty()
    for phone in others:
        expect(phone.page.get_by_text("kanarie Kim")).to_have_count(0, timeout=1_500)
    assert files_with(server.data, b"kanarie Kim") == []


def take_back_until_closed(room: Room, noor: Device, said: Said) -> None:
    """Kim was one of five. With four left nothing hangs there for anybody, in the same words as before."""
    for phone in room.phones.values():
        expect(on_board(phone)).to_have_count(0, timeout=PATIENCE_MS)
        expect(board_of(phone).get_by_text(said.not_yet)).to_be_visible()
    assert room.stage is not None
    assert room.host is not None
    expect(room.stage.page.get_by_text("kanarie")).to_have_count(0)
    expect(room.host.page.get_by_text("kanarie")).to_have_count(0)
    expect(board_of(noor).get_by_text("kanarie Noor", exact=True)).to_be_visible()


def test_an_answer_that_comes_late_brings_nothing_back(chromium: Browser, server: Server) -> None:
    """One phone's look at the board is held up on its way, and overtaken by the next one."""
    gathering = server.open(plan=PLAN, milling="free", groups=[], language="nl", board=True)
    held: list[tuple[Route, APIResponse]] = []

    def hold_up(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append((route, route.fetch()))

    with Room(chromium, server, gathering) as room:
        noor = room.join("Noor")
        tokens = [server.join(gathering, f"Guest {each}").json()["token"] for each in range(9)]
        room.server.command(gathering, "start")
        expect(board_of(noor)).to_be_visible(timeout=PATIENCE_MS)
        first = [contribute(server, gathering, token, f"kanarie {n}") for n, token in enumerate(tokens[:6])]
        expect(on_board(noor)).to_have_count(6, timeout=PATIENCE_MS)
        noor.page.route("**/board?after=*", hold_up)
        for place, token in enumerate(tokens[6:]):
            contribute(server, gathering, token, f"later {place}")
        until(noor.page, lambda: bool(held))
        board = f"{server.url}/api/boards/{gathering['id']}"
        assert httpx.post(board, json={"type": "withdraw", "secret": first[0]}).status_code == 200
        expect(on_board(noor)).to_have_count(8, timeout=PATIENCE_MS)
        (route, answer), *_ = held
        assert "kanarie 0" in answer.text()
        with noor.page.expect_request_finished():
            route.fulfill(response=answer)
        noor.page.wait_for_timeout(300)
        expect(on_board(noor)).to_have_count(8)
        expect(noor.page.get_by_text("kanarie 0")).to_have_count(0)


def until(page: Page, true: Callable[[], bool]) -> None:
    for _ in range(100):
        if true():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it never came")
