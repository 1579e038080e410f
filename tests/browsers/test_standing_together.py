"""They find each other: by the other's tag, by the phone's own camera, by a name; without a line, by hand."""

from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PATIENCE_MS, PHONE, Device, Room
from tests.browsers.scanner import scanned
from tests.kit.server import Server

PLAN = {"rounds": 2, "turn_s": 4, "think_s": 1, "find_s": 120, "swap_s": 1, "breathe_s": 2, "debrief_s": 60}


def tag_of(phone: Device) -> str:
    return phone.page.locator("button.tag b").inner_text()


def scan(page: Page) -> str:
    """What a camera reads from this phone's screen."""
    code = page.locator("button.tag .qr")
    code.scroll_into_view_if_needed()
    (found,) = scanned(page, code.screenshot(), 300, 0.7)
    return found


def type_tag(phone: Device, tag: str, words: tuple[str, str, str]) -> None:
    card, field, button = words
    if not phone.page.locator("dialog[open] .stand").count():
        phone.page.get_by_role("button", name=card).click()
    phone.page.get_by_label(field).fill(tag)
    phone.page.get_by_role("button", name=button).click()


NL = ("Staan jullie bij elkaar?", "De code van de ander", "We staan bij elkaar")
EN = ("Are you two together?", "The other’s code", "We’re together")


def in_find(room: Room, title: str) -> None:
    for phone in room.phones.values():
        phone.wait_for_title(title)
        expect(phone.page.locator("button.tag b")).to_be_visible(timeout=PATIENCE_MS)


def test_by_tag_and_by_camera(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN, milling="free", groups=[])
    with Room(chromium, server, gathering) as room:
        room.open_host()
        noor, daan, bo, eva, sam = (room.join(name) for name in ("Noor", "Daan", "Bo", "Eva", "Sam"))
        room.start()
        in_find(room, "Zoek iemand die je nog niet kent")

        type_tag(noor, "22", NL)
        expect(noor.page.get_by_role("alert")).to_contain_text("Bij deze code vinden we nu niemand")
        type_tag(noor, tag_of(noor), NL)
        expect(noor.page.get_by_role("alert")).to_contain_text("je eigen code")
        type_tag(noor, f" {tag_of(daan).lower()} ", NL)
        noor.wait_for_title("Je staat bij Daan")
        daan.wait_for_title("Je staat bij Noor")

        link = scan(eva.page)
        camera = bo.context.new_page()
        camera.goto(link)
        expect(camera.locator("h1")).to_have_text("Je staat bij Eva", timeout=PATIENCE_MS)
        assert "#" not in camera.url
        eva.wait_for_title("Je staat bij Bo")
        expect(camera.get_by_text("Het andere tabblad rust.")).to_be_visible()
        bo.wait_for_title("Je bent verdergegaan in een ander tabblad")
        camera.reload()
        expect(camera.locator("h1")).to_have_text("Je staat bij Eva", timeout=PATIENCE_MS)
        bo.page.get_by_role("button", name="Ga hier verder").click()
        bo.wait_for_title("Je staat bij Eva")
        expect(camera.locator("h1")).to_have_text("Je bent verdergegaan in een ander tabblad")

        newcomer = room.devices()[0].context.browser.new_page(locale="nl-NL")  # type: ignore[union-attr]
        newcomer.goto(scan(sam.page))
        newcomer.locator("input").first.fill("Kim")
        newcomer.locator("button.main").click()
        expect(newcomer.locator("h1")).to_have_text("Je staat bij Sam", timeout=PATIENCE_MS)
        sam.wait_for_title("Je staat bij Kim")
        newcomer.context.close()

        assert server.command(gathering, "skip").status_code == 200
        in_scene(noor, "talk")
        in_scene(daan, "talk")
        assert {title(noor), title(daan)} == {"Jij vertelt", f"{narrator(noor, daan)} vertelt"}
        assert room.faults() == []


def test_who_came_by_a_personal_link_has_a_code_too(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN, milling="free", groups=[])
    with Room(chromium, server, gathering) as room:
        room.open_host()
        noor, daan = room.join("Noor"), room.join("Daan")
        noor.page.get_by_role("button", name="Meer").click()
        noor.page.get_by_role("button", name="Verder op een andere telefoon").click()
        link = noor.page.locator("dialog.menu input[readonly]").input_value()
        token = link.rpartition("#")[2]
        noor.context.close()
        anew = room.phones["Noor"] = Device(chromium, PHONE, "nl-NL")
        anew.page.goto(f"{room.origin}/phone/{gathering['id']}#{token}")
        in_scene(anew, "lobby")
        room.start()
        in_find(room, "Zoek iemand die je nog niet kent")
        camera = daan.context.new_page()
        camera.goto(scan(anew.page))
        expect(camera.locator("h1")).to_have_text("Je staat bij Noor", timeout=PATIENCE_MS)
        anew.wait_for_title("Je staat bij Daan")
        # And the code on the screen leads this phone back in, and to no form.
        anew.page.goto(f"{room.origin}/j/{gathering['code']}")
        anew.wait_for_title("Je staat bij Daan")
        assert room.faults() == []


def title(phone: Device) -> str:
    return phone.page.locator("h1").first.inner_text()


def narrator(noor: Device, daan: Device) -> str:
    return "Noor" if title(noor) == "Jij vertelt" else "Daan"


def test_by_name_with_a_gentle_word_for_who_met(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN, milling="free", groups=["Care", "School"], language="en")
    with Room(chromium, server, gathering, language="en-GB") as room:
        room.open_host()
        ada, ben = room.join("Ada", "Care"), room.join("Ben", "School")
        cas, _dee = room.join("Cas", "Care"), room.join("Dee", "School")
        room.start()
        in_find(room, "Find someone you don’t know yet")

        ben.page.get_by_role("button", name=EN[0]).click()
        expect(ben.page.get_by_text("No hands up yet.")).to_be_visible()
        ada.page.get_by_role("button", name="My hand is up").click()
        ben.page.get_by_role("button", name="Ada").click()
        ada.page.get_by_role("button", name="Gladly").click()
        for phone, other in ((ada, "Ben from School"), (ben, "Ada from Care")):
            phone.wait_for_title(other)
        ada.page.get_by_role("button", name="We found each other").click()
        ada.wait_for_title("You’re with Ben")
        expect(ben.page.locator("dialog[open]")).to_have_count(0)

        on_to(server, gathering, ada, "talk")
        cas.page.get_by_role("button", name="I’m still on my own").click()
        expect(ada.page.get_by_role("complementary").get_by_text("Somebody joins you")).to_be_visible()
        expect(cas.page.locator("h1").first).not_to_contain_text("The first one talks")
        on_to(server, gathering, ada, "find")

        type_tag(ben, tag_of(ada), EN)
        ben.wait_for_title("You’re with Ada")
        for phone in (ada, ben):
            expect(phone.page.get_by_text("You two have talked before. That’s fine")).to_be_visible()
        ben.page.get_by_role("button", name="I’ll look on after all").click()
        for phone in (ada, ben):
            phone.wait_for_title("Find someone you don’t know yet")
        type_tag(ada, tag_of(ben), EN)
        ben.wait_for_title("You’re with Ada")
        on_to(server, gathering, ada, "talk")
        assert server.command(gathering, "next").status_code == 200
        expect(ada.page.get_by_text("Ben").first).to_be_visible(timeout=PATIENCE_MS)
        expect(ada.page.locator(".cards .card")).to_have_count(2, timeout=PATIENCE_MS)
        assert room.faults() == []


def on_to(server: Server, gathering: dict[str, Any], phone: Device, scene: str) -> None:
    """The host skips what is before it; turns are short enough to go by themselves."""
    assert server.command(gathering, "skip").status_code == 200
    in_scene(phone, scene)


def in_scene(phone: Device, scene: str) -> None:
    expect(phone.page.locator("html")).to_have_attribute("data-scene", scene, timeout=PATIENCE_MS)


def test_without_a_line_there_are_hands(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN, milling="free", groups=[])
    with Room(chromium, server, gathering) as room:
        room.open_host()
        noor = room.join("Noor")
        room.start()
        in_find(room, "Zoek iemand die je nog niet kent")
        server.kill9()
        expect(noor.page.get_by_text("Zonder verbinding gaat het met de hand")).to_be_visible(timeout=60_000)
        expect(noor.page.get_by_role("button", name="Mijn hand is omhoog")).to_have_count(0)
        expect(noor.page.get_by_text("De bellen gaan door")).to_be_visible()
