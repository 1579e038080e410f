"""What stands in the terminal when the server is ready: where the host goes, where phones go, and a QR code."""

import threading
import webbrowser
from io import StringIO
from pathlib import Path
from typing import Final

import segno

from tingsha.cli.roster_gathering import open_for
from tingsha.gathering.commands import RosterRow
from tingsha.live.doorway import Doorway

NOWHERE: Final = """\
  This machine is on no network, so phones cannot reach it. The pocket gathering needs none:
  {here}/pocket
"""
KEY: Final = """\
  Opening a gathering from another device asks for this server's key: {key}
"""


class Welcome:
    """Tells the host where everything is, and opens their page."""

    def __init__(self, doorway: Doorway, *, browser: bool, roster: Path | None, language: str) -> None:
        self._doorway, self._browser = doorway, browser
        self._roster, self._language = roster, language

    async def say(self, port: int, rows: list[RosterRow] | None) -> None:
        """Print it all; with a roster, open its gathering first."""
        here, site = self._here(port), self._doorway.site
        page, phones = f"{here}/", f"{site.own}/j/"
        if rows is not None and self._roster is not None:
            keeper = await open_for(self._doorway, self._roster.stem, self._language, rows)
            links = self._doorway.links_at(here, keeper)
            page, phones = links.host, links.join
        print("\n".join(self._lines(page, phones, here)), flush=True)
        if self._browser:
            open_page(page)

    def _here(self, port: int) -> str:
        """This server as the machine itself calls it; only so does opening need no key."""
        settings = self._doorway.settings
        reached = settings.host if settings.host not in ("0.0.0.0", "::", "") else "localhost"
        return f"http://{f'[{reached}]' if ':' in reached else reached}:{port}"

    def _lines(self, page: str, phones: str, here: str) -> list[str]:
        site, settings = self._doorway.site, self._doorway.settings
        lines = ["", "  Tingsha is ready.", "", f"  You, the host:  {page}"]
        if not site.all:
            return [*lines, "", NOWHERE.format(here=here)]
        lines += [f"  Phones:         {phones}"]
        lines += [
            f"             or:  {phones.replace(site.own, each)}" for each in site.all if each != site.own
        ]
        lines += ["", terminal_qr(phones), f"  Everything is kept in {settings.data}."]
        if settings.host_key:
            lines.append(KEY.format(key=settings.host_key).rstrip())
        return [*lines, "  Stop with Ctrl+C.", ""]


def terminal_qr(address: str) -> str:
    """A QR code in half-height blocks, readable on dark and light terminals."""
    out = StringIO()
    segno.make(address, error="l", micro=False).terminal(out, border=2, compact=True)
    return out.getvalue()


def open_page(address: str) -> None:
    """Show a page in a graphical browser, if there is one. A text browser would take over this terminal."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if type(browser) is not webbrowser.GenericBrowser:
        threading.Thread(target=browser.open, args=(address,), daemon=True).start()
