"""Takes the pictures of the README: `.venv/bin/python docs/pictures/make.py`. Needs a Chromium on the PATH.

A real server, a gathering of twelve opened through the API, real screens in a real browser, moved on by the host.
"""

import base64
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import httpx
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

HERE: Final = Path(__file__).parent
PHONE: Final = ViewportSize(width=390, height=760)
STAGE: Final = ViewportSize(width=1280, height=720)
HOST: Final = ViewportSize(width=1280, height=900)
PATIENCE_S: Final = 20.0
INTO_THE_TURN_S: Final = 25.0
OPENING: Final = {
    "title": "Begin the day with three conversations",
    "language": "en",
    "groups": ["Care", "Teaching", "Digital", "Board"],
    "invitation": {
        "challenge": "What challenge do you bring along today, that you cannot solve on your own?",
        "give_and_take": "What do you hope to get from this group, and what can you give?",
    },
}
PEOPLE: Final = (
    "Noor",
    "Daan",
    "Fatima",
    "Sem",
    "Mo",
    "Lotte",
    "Ravi",
    "Elif",
    "Joost",
    "Anouk",
    "Kees",
    "Yara",
)
NOTE: Final = "ask about the rosters"


class Gathering:
    """A gathering as its host and its people reach it: by the same requests as the screens."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.opened: dict[str, Any] = self._post("/api/gatherings", OPENING)
        self.id: str = self.opened["id"]

    def join(self, name: str, group: str) -> str:
        """Come in; the answer is the person's own page."""
        came = self._post(f"/api/gatherings/{self.id}/participants", {"name": name, "group": group})
        return f"{self.base}/phone/{self.id}#{came['token']}"

    def host(self, command: str) -> None:
        path, asked = f"/api/gatherings/{self.id}/commands", {"type": command, "as": "host"}
        self._post(path, asked, {"authorization": f"Bearer {self.opened['host_token']}"})

    def page_of(self, kind: str) -> str:
        return f"{self.base}/{kind}/{self.id}#{self.opened[f'{kind}_token']}"

    def _post(self, path: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> dict[str, Any]:
        body = {"id": secrets.token_hex(8), **body}
        answer = httpx.post(self.base + path, json=body, headers=headers, timeout=PATIENCE_S)
        answer.raise_for_status()
        return answer.json()


@contextmanager
def server() -> Iterator[str]:
    """A Tingsha of its own, with an empty folder; gone afterwards, and the folder too."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    tingsha = Path(sys.executable).parent / "tingsha"
    words = ["serve", "--no-browser", "--host", "127.0.0.1", "--port", str(port)]
    with tempfile.TemporaryDirectory() as data:
        running = subprocess.Popen(
            [tingsha, *words, "--data", data, "--public-url", "http://gildehof.example"],
            stdout=subprocess.DEVNULL,
            env={**os.environ, "NO_COLOR": "1"},
        )
        try:
            wait_until_ready(base)
            yield base
        finally:
            running.terminate()
            running.wait(PATIENCE_S)


def wait_until_ready(base: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{base}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise TimeoutError("the server did not become ready")


def opened(browser: Browser, address: str, size: ViewportSize, until: str) -> Page:
    """A device of its own that shows an address, once `until` is to be seen."""
    device = browser.new_context(
        viewport=size, device_scale_factor=2, locale="en-GB", reduced_motion="reduce"
    )
    page = device.new_page()
    page.goto(address)
    page.wait_for_selector(until, timeout=PATIENCE_S * 1000)
    return page


def take(browser: Browser, base: str) -> None:
    """Walk through a gathering and take every picture on the way."""
    gathering = Gathering(base)
    newcomer = opened(browser, f"{base}/j/{gathering.opened['code']}", PHONE, "form")
    newcomer.locator("form input").first.fill("Noor")
    newcomer.get_by_text("Care", exact=True).click()
    groups = OPENING["groups"]
    pages = [gathering.join(name, groups[place % len(groups)]) for place, name in enumerate(PEOPLE)]
    phone = opened(browser, pages[0], PHONE, "main")
    stage = opened(browser, gathering.page_of("stage"), STAGE, "main img")
    host = opened(browser, gathering.page_of("host"), HOST, ".controls, main")
    phone.get_by_text("12 people").wait_for()
    stage.get_by_text("12 people").wait_for()
    stage.get_by_role("button", name="Turn the sound on").click()
    phones, stages = [newcomer.screenshot(), phone.screenshot()], [stage.screenshot()]
    phone.get_by_role("button", name="Hear the bell").click()

    gathering.host("start")
    gathering.host("skip")
    phone.wait_for_selector(".beacon")
    phones.append(phone.screenshot())
    gathering.host("skip")
    phone.wait_for_selector(".talk")
    phone.wait_for_timeout(INTO_THE_TURN_S * 1000)
    phones.append(phone.screenshot())
    stages.append(stage.screenshot())
    (HERE / "host.png").write_bytes(side_by_side(browser, [host.screenshot()], 900, ""))

    gathering.host("next")
    note = phone.get_by_role("textbox").first
    note.fill(NOTE)
    note.blur()
    phones.append(phone.screenshot())
    (HERE / "phones.png").write_bytes(side_by_side(browser, phones, 250, "26px"))
    (HERE / "stage.png").write_bytes(side_by_side(browser, stages, 640, "10px"))


def side_by_side(browser: Browser, pictures: list[bytes], width: int, corner: str) -> bytes:
    """Pictures side by side, each `width` wide, with round corners."""
    sources = ["data:image/png;base64," + base64.b64encode(each).decode() for each in pictures]
    style = f"width:{width}px;border-radius:{corner or '10px'};display:block"
    images = "".join(f"<img style='{style}' src={json.dumps(source)}>" for source in sources)
    sheet = browser.new_page(
        device_scale_factor=1, viewport={"width": (width + 18) * len(pictures) + 18, "height": 900}
    )
    sheet.set_content(
        f"<body style='margin:0'><div id=sheet style='display:inline-flex;gap:18px;padding:18px;"
        f"background:#cfc7b8'>{images}</div></body>"
    )
    sheet.wait_for_function("[...document.images].every(each => each.complete)")
    return sheet.locator("#sheet").screenshot()


def main() -> None:
    with server() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        take(browser, base)
        browser.close()


if __name__ == "__main__":
    main()
