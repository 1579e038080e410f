"""In real browsers: a host finds patterns on the board, and a need finds its offer when both say yes."""

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsers.room import PATIENCE_MS, Device, Room
from tests.browsers.test_board import EN as EN_BOARD
from tests.browsers.test_board import NAMES, PLAN, Said, board_of, on_board, write
from tests.browsers.test_board import NL as NL_BOARD
from tests.journal.on_disk import files_with
from tests.kit.server import Server


@dataclass(frozen=True)
class Words:
    """What people write, and what stands on the screens, in one language."""

    board: Said
    need: str
    offer: str
    other: str
    alike: tuple[str, str, str]
    introduce: str
    look: str
    name: str
    take: str
    out: str
    undo: str
    meet: str
    say: str
    email: str
    waiting: str
    given: str
    back: str
    off: str
    down: str


NL = Words(
    NL_BOARD, "Wie helpt me een subsidie aan te vragen?", "Ik schreef vaak een subsidie-aanvraag", "Mijn fiets piept",
    ("Onze vergaderingen duren eindeloos", "Ik vergader de hele dag", "Altijd maar overleg"),
    "Vraag en aanbod mogen elkaar vinden", "Zoek patronen", "Hoe de groep het noemt", "Neem over als gehoord",
    "Deze hoort er niet bij", "Ongedaan maken", "Breng ons in contact", "Zeg ja", "E-mail",
    "Je hebt ja gezegd", "Jullie zeiden allebei ja", "Neem mijn ja terug",
    "Het bord is er nu niet", "De begeleider heeft dit van het bord gehaald",
)  # fmt: skip
EN = Words(
    EN_BOARD, "Who helps me apply for a grant?", "I have written many grant applications", "My bicycle squeaks",
    ("Our meetings never end", "I sit in a meeting all day", "We meet about meetings"),
    "Needs and offers may find each other", "Look for patterns", "What the group calls it", "Take it over as heard",
    "This one doesn’t belong", "Undo", "I’d like to meet them", "Say yes", "E-mail",
    "You said yes", "You both said yes", "Take my yes back",
    "The board is off now", "The host has taken this off the board",
)  # fmt: skip


def test_patterns_and_introductions(chromium: Browser, server: Server) -> None:
    an_evening(chromium, server, NL)


def test_patterns_and_introductions_in_english(chromium: Browser, server: Server) -> None:
    an_evening(chromium, server, EN)


def an_evening(chromium: Browser, server: Server, words: Words) -> None:
    said = words.board
    gathering = server.open(plan=PLAN, milling="free", groups=[], language=said.locale[:2], board=True)
    with Room(chromium, server, gathering, language=said.locale) as room:
        host, stage = room.open_host(), room.open_stage()
        phones = [room.join(name) for name in NAMES]
        room.start()
        noor, daan, *others = phones
        expect(board_of(noor)).to_be_visible(timeout=PATIENCE_MS)
        host.page.get_by_label(words.introduce).check()
        write(noor, said, words.need, said.anonymous, kind=1)
        write(daan, said, words.offer, said.anonymous, kind=2)
        write(daan, said, words.other, said.anonymous)
        write(noor, said, "kanarie", said.anonymous)
        # The fifth person comes last: what is shared after that waits for two more.
        for phone, insight in zip(others, words.alike, strict=True):
            write(phone, said, insight, said.anonymous)
        for phone in phones:
            expect(on_board(phone)).to_have_count(7, timeout=PATIENCE_MS)
        patterns(host.page, stage.page, words)
        both_say_yes(noor, daan, words, server)
        what_was_given_goes_along(noor)
        what_was_given_needs_no_line(daan, words)
        what_is_gone_from_the_board_is_gone_here(host.page, noor, daan, words)
        its_author_is_told_what_the_host_took_down(noor, gathering, words, server)
        assert room.faults() == []


def patterns(host: Page, stage: Page, words: Words) -> None:
    alike = host.locator("section.alike")
    alike.get_by_role("button", name=words.look).click()
    expect(alike.get_by_label(words.name)).to_have_count(1)
    assert alike.get_by_label(words.name).input_value() in words.alike, "nobody else's words"
    alike.get_by_label(words.name).fill("kanarie overleg")
    alike.locator("summary").click()
    alike.get_by_role("button", name=words.out).first.click()
    expect(alike.locator("details li")).to_have_count(2)
    expect(alike.locator("details")).to_have_attribute("open", "")
    alike.get_by_role("button", name=words.undo).click()
    expect(alike.locator("details li")).to_have_count(3)
    host.reload()
    expect(alike.get_by_label(words.name)).to_have_value("kanarie overleg", timeout=PATIENCE_MS)
    expect(alike.locator("details li")).to_have_count(3)
    kept = host.evaluate("JSON.stringify(localStorage)")
    assert not [each for each in words.alike if each in kept], "what people wrote stays theirs"
    alike.get_by_role("button", name=words.take).click()
    expect(stage.get_by_text("kanarie overleg")).to_be_visible(timeout=PATIENCE_MS)
    expect(host.locator("form.heard input").first).to_have_value("kanarie overleg")


def own(phone: Device) -> Locator:
    """What may go with what this phone shared."""
    return phone.page.locator("ul.introductions")


def say_yes(phone: Device, words: Words, email: str) -> None:
    own(phone).get_by_role("button", name=words.meet).click()
    own(phone).get_by_label(words.email).fill(email)
    own(phone).get_by_role("button", name=words.say).click()
    expect(own(phone).get_by_text(words.waiting)).to_be_visible(timeout=PATIENCE_MS)


def both_say_yes(noor: Device, daan: Device, words: Words, server: Server) -> None:
    expect(own(noor).get_by_text(words.offer)).to_be_visible(timeout=PATIENCE_MS)
    expect(own(daan).get_by_text(words.need)).to_be_visible(timeout=PATIENCE_MS)
    say_yes(noor, words, "noor@example.org")
    assert files_with(server.data, b"noor@example.org") == [], "it is still on the phone alone"
    own(noor).get_by_role("button", name=words.back).click()
    say_yes(noor, words, "noor@example.org")
    expect(own(daan).get_by_text("noor@example.org")).to_have_count(0)
    say_yes(daan, words, "daan@example.org")
    for phone, theirs in ((noor, "daan@example.org"), (daan, "noor@example.org")):
        expect(own(phone).get_by_text(words.given)).to_be_visible(timeout=50_000)
        expect(own(phone).get_by_text(theirs)).to_be_visible()


def what_was_given_goes_along(noor: Device) -> None:
    """Into one's contacts, and into the keepsake."""
    with noor.page.expect_download() as card:
        own(noor).locator("button.wide").click()
    assert "daan@example.org" in card.value.path().read_text("utf-8")
    noor.page.locator(".things button").last.click()
    with noor.page.expect_download() as keepsake:
        noor.page.locator("dialog[open] button.main").click()
    assert "daan@example.org" in keepsake.value.path().read_text("utf-8")
    noor.page.locator("dialog[open] button.quiet").last.click()


def what_was_given_needs_no_line(daan: Device, words: Words) -> None:
    daan.context.set_offline(True)
    board_of(daan).get_by_role("button", name=words.board.kinds[0], exact=True).click()
    expect(own(daan)).to_have_count(0)
    board_of(daan).locator("form button.quiet").click()
    expect(own(daan).get_by_text("noor@example.org")).to_be_visible()
    daan.context.set_offline(False)
    expect(own(daan).get_by_text(words.need)).to_be_visible(timeout=PATIENCE_MS)


def what_is_gone_from_the_board_is_gone_here(host: Page, noor: Device, daan: Device, words: Words) -> None:
    """Their words; a card that was given stays."""
    turn = host.get_by_label(words.board.turn)
    turn.uncheck()
    expect(daan.page.get_by_text(words.off)).to_have_count(2, timeout=PATIENCE_MS)
    for phone, theirs, said in (
        (noor, "daan@example.org", words.offer),
        (daan, "noor@example.org", words.need),
    ):
        expect(own(phone).get_by_text(said)).to_have_count(0, timeout=PATIENCE_MS)
        expect(own(phone).get_by_text(theirs)).to_be_visible()
    turn.check()
    expect(own(noor).get_by_text(words.offer)).to_be_visible(timeout=PATIENCE_MS)
    noor.page.evaluate("Math.random = () => 0.99")  # as late as chance will have it
    mine = board_of(daan).locator("li.card", has_text=words.offer).filter(has=daan.page.locator("ul"))
    mine.get_by_role("button", name=words.board.take_back, exact=True).click()
    expect(own(noor)).to_have_count(0, timeout=1_500)


def its_author_is_told_what_the_host_took_down(
    noor: Device, gathering: dict[str, Any], words: Words, server: Server
) -> None:
    kept = noor.page.evaluate(f"localStorage.getItem('tingsha.{gathering['id']}.board.mine')")
    (slip,) = (each for each in json.loads(kept) if each["words"] == "kanarie")
    server.command(gathering, "take-down", contribution=slip["contribution"])
    mine = board_of(noor).locator("li.card", has_text="kanarie")
    expect(mine).to_have_count(1, timeout=PATIENCE_MS)
    expect(mine).to_contain_text(words.down)
