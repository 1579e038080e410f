"""What people take along: cards by two yeses, one's own next step, and a file that opens anywhere."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.gallery.camera import examined
from tests.browsers.room import PATIENCE_MS, Device, Room
from tests.browsers.scanner import scanned
from tests.follow_up.reading import calendar_of, card_of
from tests.kit.server import Server

PLAN = {"rounds": 1, "turn_s": 1, "think_s": 0, "find_s": 1, "swap_s": 1, "breathe_s": 1, "debrief_s": 900}
CANARY = "canary-7f3a"
SAID: dict[str, dict[str, Any]] = {
    "nl": {
        "locale": "nl-NL",
        "rows": ("In contact blijven", "Wat ik nu zelf kan doen", "Mijn aandenken"),
        "yes": "Ja, graag",
        "no": "Liever niet",
        "give": "Geef dit als de ander ook wil",
        "together": "Wat hoorde je",
        "back": "Terug",
        "see": "Bekijk",
        "save": "Zet bij mijn contacten",
        "take_back": "Neem terug",
        "calendar": "Zet in mijn agenda",
        "keep": "Bewaar het bestand",
        "waits": "Onthouden",
        "buddies": "en jij vragen elkaar",
        "hint": "iemand ja op te moeten",
        "leave": "Mijn leidinggevende om toestemming vragen",
        "turn": "Laat mensen na afloop kaartjes ruilen",
    },
    "en": {
        "locale": "en-GB",
        "rows": ("Stay in touch", "What I can do myself, now", "My keepsake"),
        "yes": "Yes, please",
        "no": "Rather not",
        "give": "Give this if",
        "together": "What did you hear",
        "back": "Back",
        "see": "Look",
        "save": "Add to my contacts",
        "take_back": "Take it back",
        "calendar": "Put it in my calendar",
        "keep": "Keep the file",
        "waits": "Noted",
        "buddies": "and you will ask each other",
        "hint": "need somebody’s yes",
        "leave": "Ask my manager for permission",
        "turn": "Let people exchange cards afterwards",
    },
}


class Evening:
    """Three people who have talked with each other, and a host."""

    def __init__(self, room: Room, words: dict[str, Any]) -> None:
        self.room, self.words = room, words
        self.sent: list[str] = []

    def talk(self, *names: str) -> list[Device]:
        phones = [self.room.join(name) for name in names]
        for phone in phones:
            phone.context.on(
                "request", lambda request: self.sent.append(f"{request.url} {request.post_data}")
            )
        self.room.server.command(self.room.gathering, "start")
        for phone in phones:
            phone.wait_for_title(self.words["together"])
        return phones

    def turn_on(self) -> None:
        host = self.room.come_to_host()
        host.page.get_by_label(self.words["turn"]).check()

    def open(self, phone: Device, row: int) -> None:
        phone.page.locator(".things button").filter(has_text=self.words["rows"][row]).click()
        expect(phone.page.locator("dialog[open] h2").last).to_be_visible()
        assert examined(phone.page, touched=True) == []

    def close(self, phone: Device) -> None:
        dialog(phone).get_by_role("button", name=self.words["back"], exact=True).click()

    def press(self, phone: Device, what: str) -> None:
        dialog(phone).get_by_role("button", name=re.compile(re.escape(self.words[what]))).click()

    def give(self, phone: Device, **fields: str) -> None:
        for place, field in enumerate(("name", "email", "phone", "link")):
            if field in fields:
                dialog(phone).locator(".part > input").nth(place).fill(fields[field])
        assert examined(phone.page, touched=True) == []
        self.press(phone, "give")


def dialog(phone: Device) -> Any:
    return phone.page.locator("dialog[open]")


def heading(phone: Device) -> Any:
    return dialog(phone).locator("h2")


def evening(chromium: Browser, server: Server, language: str, **opening: Any) -> Evening:
    gathering = server.open(plan=PLAN, language=language, groups=[], **opening)
    return Evening(
        Room(chromium, server, gathering, language=SAID[language]["locale"], measured=True), SAID[language]
    )


@pytest.mark.parametrize("language", SAID)
def test_two_exchange_cards_and_of_a_no_nobody_learns(
    chromium: Browser, server: Server, language: str, tmp_path: Path
) -> None:
    tonight = evening(chromium, server, language)
    with tonight.room as room:
        noor, daan, bo = tonight.talk("Noor", "Daan", "Bo")
        expect(noor.page.locator(".things button")).to_have_count(2)
        tonight.turn_on()
        for phone in (noor, daan, bo):
            expect(phone.page.locator(".things button")).to_have_count(3)
        answer_to(tonight, noor, {"Daan": True, "Bo": True}, email="noor@x.example")
        before = server.documents(room.gathering, "stream", token_of(bo))["mine"]
        answer_to(tonight, bo, {"Daan": False, "Noor": False})
        answer_to(
            tonight, daan, {"Noor": True, "Bo": False}, email="=daan@x.example", link="daan.example/;x,\n"
        )

        # Noor sees the card of who said yes as well, and of the other only her own offer.
        rows = dialog(noor).locator(".stands")
        expect(rows.filter(has_text="Daan").get_by_role("button", name=tonight.words["see"])).to_be_visible()
        expect(
            rows.filter(has_text="Bo").get_by_role("button", name=tonight.words["take_back"])
        ).to_be_visible()
        assert examined(noor.page, touched=True) == []
        assert server.documents(room.gathering, "stream", token_of(bo))["mine"] == before
        dialog(noor).get_by_role("button", name=tonight.words["take_back"]).click()
        expect(
            rows.filter(has_text="Bo").get_by_role("button", name=tonight.words["take_back"])
        ).to_have_count(0)
        assert server.documents(room.gathering, "stream", token_of(bo))["mine"] == before

        dialog(noor).get_by_role("button", name=tonight.words["see"]).click()
        assert examined(noor.page, touched=True) == []
        file = taken(noor.page, tonight.words["save"], tmp_path / "card.vcf")
        code = dialog(noor).locator("svg.qr")
        code.scroll_into_view_if_needed()
        assert scanned(noor.page, code.screenshot(), 600, 0.5) == [file], (
            "another phone's camera reads the same"
        )
        card = card_of(file)
        assert card["FN"] == "Daan"
        assert card["EMAIL"] == "daan@x.example"
        assert card["URL"].startswith("https://daan.example/")
        assert room.faults() == []


def answer_to(tonight: Evening, phone: Device, answers: dict[str, bool], **card: str) -> None:
    tonight.open(phone, 0)
    for _ in answers:
        expect(heading(phone)).to_contain_text(re.compile("|".join(answers)))
        name = next(each for each in answers if each in heading(phone).inner_text())
        if not answers[name]:
            tonight.press(phone, "no")
        else:
            # The second tap of a hurried finger falls on what stands in the same place by then, and gives nothing.
            dialog(phone).get_by_role("button", name=tonight.words["yes"]).dblclick()
            tonight.give(phone, **card)
        expect(heading(phone)).not_to_contain_text(name)
    expect(dialog(phone).locator(".stands")).to_have_count(len(answers))


def token_of(phone: Device) -> str:
    return next(
        each.get("value", "") for each in phone.context.cookies() if each.get("name", "")[:3] == "me_"
    )


def taken(page: Page, button: str, path: Path) -> str:
    """What is in the file that a button hands out."""
    with page.expect_download() as download:
        page.locator("dialog[open]").get_by_role("button", name=button).click()
    download.value.save_as(path)
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("language", SAID)
def test_ones_own_step_stays_here_and_goes_into_ones_calendar(
    chromium: Browser, server: Server, language: str, tmp_path: Path
) -> None:
    tonight = evening(chromium, server, language)
    with tonight.room as room:
        noor, daan = tonight.talk("Noor", "Daan")
        tonight.turn_on()
        tonight.open(noor, 1)
        field = dialog(noor).locator("textarea")
        field.fill(tonight.words["leave"])
        expect(dialog(noor).get_by_text(re.compile(tonight.words["hint"]))).to_be_visible(timeout=PATIENCE_MS)
        field.fill(f"{CANARY}: bel, schrijf; vraag\nEND:VEVENT")
        expect(dialog(noor).get_by_text(re.compile(tonight.words["hint"]))).to_have_count(0)
        when = dialog(noor).locator("input[type=date]")
        proposed = when.input_value()
        when.fill("2020-01-01")
        when.blur()
        expect(when).to_have_value(proposed)
        when.fill("2027-03-09")
        assert examined(noor.page, touched=True) == []
        event = calendar_of(taken(noor.page, tonight.words["calendar"], tmp_path / "step.ics"))
        assert event["summary"] == f"{CANARY}: bel, schrijf; vraag\nEND:VEVENT"
        assert (event["day"], event["rings"]) == ("2027-03-09", "9:00:00")

        dialog(noor).get_by_role("button", name="Daan").click()
        expect(dialog(noor).get_by_text(re.compile(tonight.words["waits"]))).to_be_visible()
        tonight.open(daan, 1)
        dialog(daan).locator("textarea").fill("Iets kleins")
        expect(dialog(daan).get_by_text(re.compile(tonight.words["buddies"]))).to_have_count(0)
        dialog(daan).get_by_role("button", name="Noor").click()
        for phone in (noor, daan):
            expect(dialog(phone).get_by_text(re.compile(tonight.words["buddies"]))).to_be_visible()
        noor.page.reload()
        tonight.open(noor, 1)
        expect(dialog(noor).locator("textarea")).to_have_value(re.compile(CANARY))
        assert not [each for each in tonight.sent if CANARY in each]
        assert len(tonight.sent) > 10
        assert room.faults() == []


@pytest.mark.parametrize("language", SAID)
def test_the_keepsake_opens_from_disk_without_a_network(
    chromium: Browser, server: Server, language: str, tmp_path: Path
) -> None:
    title = "Begin <script>document.title = 'canary'</script> & \"praat\""
    tonight = evening(chromium, server, language, title=title)
    with tonight.room as room:
        noor, _ = tonight.talk("Noor", "<img src=x onerror=alert(1)>")
        server.command(room.gathering, "hear-patterns", patterns=["Te weinig tijd <b>samen</b>"])
        note = noor.page.locator(".card textarea")
        note.fill(f"{CANARY} </style><script>1</script>")
        noor.page.reload()
        expect(note).to_have_value(re.compile(CANARY))
        tonight.open(noor, 1)
        dialog(noor).locator("textarea").fill("Morgen één ding weglaten")
        tonight.close(noor)
        server.command(room.gathering, "close")
        expect(noor.page.locator(".things button.main")).to_have_text(
            tonight.words["rows"][2], timeout=PATIENCE_MS
        )
        tonight.open(noor, 2)
        taken(noor.page, tonight.words["keep"], tmp_path / "keepsake.html")
        tonight.close(noor)
        assert not [each for each in tonight.sent if CANARY in each]
        for scheme in ("light", "dark"):
            read_keepsake(chromium, tmp_path / "keepsake.html", title, scheme)

        noor.page.locator(".push button").last.click()
        noor.page.locator(".push .asked button").first.click()
        expect(noor.page.locator("main.sheet h1")).to_be_visible(timeout=PATIENCE_MS)
        assert noor.page.evaluate("JSON.stringify(localStorage)").count(room.gathering["id"]) == 0
        assert CANARY not in noor.page.evaluate("JSON.stringify([localStorage, sessionStorage])")
        assert room.faults() == []


def read_keepsake(chromium: Browser, file: Path, title: str, scheme: Any) -> None:
    """Opened as whoever finds it in ten years opens it: by itself, and offline."""
    context = chromium.new_context(offline=True, color_scheme=scheme, bypass_csp=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("dialog", lambda _: asked.append("a dialog"))
    page.goto(file.as_uri())
    assert page.title() == title
    for words in (title, CANARY, "<img src=x onerror=alert(1)>", "Morgen één ding weglaten", "<b>samen</b>"):
        expect(page.get_by_text(words).first).to_be_visible()
    assert page.locator("script, img, link, iframe, a").count() == 0
    assert asked == [file.as_uri()]
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(251, 246, 238)" if scheme == "light" else "rgb(23, 22, 20)")
    assert examined(page) == []
    page.emulate_media(media="print", color_scheme=scheme)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 36, 45)"
    context.close()
