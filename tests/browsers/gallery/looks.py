"""The looks in which every state is seen: language, sizes, light and text."""

from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browsers.diary import KEEP_DIARY

PATIENCE_MS = 30_000
Size = tuple[int, int]


@dataclass(frozen=True)
class Look:
    """How a gathering is looked at. `text`: the size of text, 2.0 for twice as large."""

    name: str
    language: str = "nl"
    scheme: Literal["light", "dark"] = "light"
    phone: Size = (390, 844)
    stage: Size = (1280, 720)
    host: Size = (1280, 900)
    text: float = 1.0
    milling: str = "guided"

    def open(self, browser: Browser, size: Size) -> Page:
        """A device of its own with this look."""
        width, height = size
        context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": height},
            locale={"nl": "nl-NL", "en": "en-GB"}.get(self.language, self.language),
            color_scheme=self.scheme,
            reduced_motion="reduce",
            bypass_csp=True,
        )
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(KEEP_DIARY)
        if self.text != 1.0:
            # A person's own browser setting: larger text, not a larger page.
            context.add_init_script(
                "addEventListener('DOMContentLoaded', () =>"
                f" document.documentElement.style.fontSize = '{self.text * 100:.0f}%')"
            )
        return context.new_page()


PAPER = Look("nl")
NIGHT = Look("en-dark", "en", "dark", stage=(1920, 1080), host=(390, 844))
LARGE = Look("nl-large", text=2.0, stage=(1024, 768))
NARROW = Look("en-320", "en", phone=(320, 640), host=(320, 640), stage=(1024, 768))
LYING = Look("nl-lying-dark", scheme="dark", phone=(844, 390), host=(844, 390))
LOOKS = (PAPER, NIGHT, LARGE, NARROW, LYING)


def seen(*looks: Look) -> pytest.MarkDecorator:
    """Try it in these looks: in the first each time, in the second with `--both`, in the rest when all is tried."""
    other = [pytest.param(look, marks=pytest.mark.other_look) for look in looks[1:2]]
    rest = [pytest.param(look, marks=pytest.mark.thorough) for look in looks[2:]]
    return pytest.mark.parametrize("look", [*looks[:1], *other, *rest], ids=lambda look: look.name)
