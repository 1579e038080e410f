"""Two people, one phone: the second one is added on it, meets their own partners, and reads their way on it."""

from playwright.sync_api import Browser, expect

from tests.browsers.room import Room
from tests.kit.server import Server


def test_one_phone_shows_the_way_of_two(chromium: Browser, server: Server) -> None:
    plan = {
        "rounds": 3,
        "turn_s": 60,
        "think_s": 60,
        "find_s": 60,
        "swap_s": 2,
        "breathe_s": 5,
        "debrief_s": 30,
    }
    gathering = server.open(plan=plan)
    with Room(chromium, server, gathering) as room:
        phones = {name: room.join(name) for name in ("Anna", "Bram", "Cleo", "Dirk", "Elif")}
        anna = phones["Anna"].page
        anna.get_by_role("button", name="Menu").or_(anna.locator("button.more")).first.click()
        anna.get_by_role("button", name="Met z’n tweeën op deze telefoon").click()
        anna.get_by_label("Voornaam van de ander").fill("Oma Bep")
        anna.get_by_role("button", name="Zet erbij").click()
        expect(anna.get_by_text("Staat erbij.")).to_be_visible()
        anna.keyboard.press("Escape")
        assert server.command(gathering, "start").status_code == 200
        assert server.command(gathering, "skip").status_code == 200
        expect(anna.locator(".beside")).to_contain_text("Oma Bep gaat naar plek")
        said = anna.locator(".beside").inner_text()
        (partner,) = (name for name in phones if name in said)
        assert partner != "Anna"
        theirs = phones[partner].page
        expect(theirs.locator("h1")).to_contain_text("Oma Bep")
        expect(theirs.locator(".lead")).to_contain_text("Oma Bep")
        spot = theirs.locator(".spot").inner_text()
        assert f"plek {spot}," in said
        assert room.faults() == []
