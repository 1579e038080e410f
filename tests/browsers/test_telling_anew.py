"""Three tellings of one story: the same questions each time, and a word on telling it otherwise."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PATIENCE_MS, Room
from tests.kit.server import QUESTIONS, Server

PLAN = {"rounds": 3, "turn_s": 4, "think_s": 2, "find_s": 2, "swap_s": 1, "breathe_s": 5, "debrief_s": 60}
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
ON_STAGE = {
    "nl": ["hoeft niets op te lossen", "Vertel het deze keer anders", "Waar gaat het je nu echt om?"],
    "en": ["nothing you need to solve", "Tell it differently this time", "What is it really about for you?"],
}
"""While they talk, for who looks up."""
THANKS = {"nl": "Bedank elkaar", "en": "Thank each other"}
ON_PHONES = {
    "nl": ["wat liet je net weg?", "Begin deze keer bij wat je nodig hebt.", "Kom straks terug in de kring."],
    "en": ["what did you leave out just now?", "begin with what you need.", "Come back to the circle"],
}
"""When the bell has rung, for the next telling; after the last there is none."""
FEWER = {"nl": "een verhaal wordt dieper", "en": "a story deepens"}


@pytest.mark.parametrize("language", LOCALES)
def test_each_telling_is_asked_to_be_another(chromium: Browser, server: Server, language: str) -> None:
    gathering = server.open(plan=PLAN, milling="free", groups=[], language=language)
    with Room(chromium, server, gathering, language=LOCALES[language]) as room:
        stage, _host, phone = room.open_stage().page, room.open_host(), room.join("Noor").page
        room.start()
        for on_stage, on_phone in zip(ON_STAGE[language], ON_PHONES[language], strict=True):
            expect(stage.get_by_text(on_stage)).to_be_visible(timeout=PATIENCE_MS)
            asked(stage)
            expect(phone.get_by_role("heading", name=THANKS[language])).to_be_visible(timeout=PATIENCE_MS)
            expect(phone.locator(".nudge")).to_contain_text(on_phone)
        expect(stage.locator(".scene.debrief")).to_be_visible(timeout=PATIENCE_MS)
        asked(stage)
        assert room.faults() == []


def asked(page: Page) -> None:
    """Both questions are in sight."""
    for question in (QUESTIONS["challenge"], QUESTIONS["give_and_take"]):
        expect(page.get_by_text(question)).to_be_visible()


@pytest.mark.parametrize("language", LOCALES)
def test_a_host_of_fewer_than_three_rounds_hears_what_is_lost(
    chromium: Browser, server: Server, language: str
) -> None:
    for rounds, told in ((2, 1), (3, 0)):
        gathering = server.open(plan={**PLAN, "rounds": rounds}, language=language)
        with Room(chromium, server, gathering, language=LOCALES[language]) as room:
            page = room.open_host().page
            expect(page.locator(".plan .advice").filter(has_text=FEWER[language])).to_have_count(told)
            assert room.faults() == []
