"""WebKit, the engine of iPhones: Debian's build of it, spoken to in plain WebDriver, on a screen that nobody sees."""

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import httpx

from tests.kit.server import free_port

PATIENCE_S = 30.0
DRIVER = "WebKitWebDriver"
BROWSERS = ("/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/lib/*/webkit2gtk-4.0/MiniBrowser")


class WebKit:
    """One browser with one page. Its driver allows no second one, so others in the room have another engine or none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._http = httpx.Client(timeout=PATIENCE_S)
        self._session = ""

    def __enter__(self) -> Self:
        binary = next((str(found) for each in BROWSERS for found in Path("/").glob(each.lstrip("/"))), None)
        missing = [name for name in (DRIVER, "Xvfb") if not shutil.which(name)]
        assert binary is not None, "no WebKit here: ./test installs webkit2gtk-driver and xvfb, or says how"
        assert not missing, (
            f"not on the PATH: {missing}; ./test installs webkit2gtk-driver and xvfb, or says how"
        )
        port = free_port()
        screen = self._screen()
        self._run(DRIVER, f"--port={port}", DISPLAY=screen)
        self._http.base_url = httpx.URL(f"http://127.0.0.1:{port}")
        wish = {"webkitgtk:browserOptions": {"binary": binary, "args": ["--automation"]}}
        self._session = patiently(lambda: self._begin(wish))
        return self

    def __exit__(self, *_: object) -> None:
        if self._session:
            self._http.delete(f"/session/{self._session}")
        self._http.close()
        for process in reversed(self._processes):
            process.terminate()
            process.wait(timeout=10)

    def _screen(self) -> str:
        """A screen of its own; the server picks a number that is free and writes it down."""
        chosen = self._folder / "screen"
        with chosen.open("wb") as out:
            self._run(
                "Xvfb",
                "-displayfd",
                str(out.fileno()),
                "-screen",
                "0",
                "800x900x24",
                "-nolisten",
                "tcp",
                keep=out,
            )
        return ":" + patiently(lambda: chosen.read_text(encoding="ascii").strip())

    def _run(self, *command: str, keep: Any = None, **environment: str) -> None:
        log = (self._folder / f"{command[0]}.log").open("wb")
        with log:
            # The engine's own sandbox cannot be had inside a container; it visits only our own loopback pages.
            everything = {
                "PATH": "/usr/bin:/bin", "HOME": str(self._folder), "LIBGL_ALWAYS_SOFTWARE": "1",
                "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", **environment,
            }  # fmt: skip
            kept = [keep.fileno()] if keep else []
            self._processes.append(
                subprocess.Popen(command, stdout=log, stderr=log, env=everything, pass_fds=kept)
            )

    def _begin(self, wish: dict[str, Any]) -> str:
        try:
            answer = self._http.post("/session", json={"capabilities": {"alwaysMatch": wish}})
        except httpx.TransportError:
            return ""
        return str(answer.json()["value"]["sessionId"])

    def go(self, url: str) -> None:
        self._ask("url", {"url": url})

    def run(self, script: str, *words: Any) -> Any:
        """The value of a function body run in the page."""
        return self._ask("execute/sync", {"script": script, "args": list(words)})

    def type(self, where: str, words: str) -> None:
        self._ask(f"element/{self._find(where)}/value", {"text": words})

    def click(self, where: str) -> None:
        self._ask(f"element/{self._find(where)}/click", {})

    def until(self, script: str, *words: Any) -> Any:
        """Wait until the script's value is true; returns it."""
        return patiently(lambda: self.run(script, *words))

    def _find(self, where: str) -> str:
        found = patiently(lambda: self._try("element", {"using": "css selector", "value": where}))
        return str(next(iter(found.values())))

    def _try(self, what: str, body: dict[str, Any]) -> Any:
        answer = self._http.post(f"/session/{self._session}/{what}", json=body)
        return answer.json()["value"] if answer.status_code == 200 else None

    def _ask(self, what: str, body: dict[str, Any]) -> Any:
        answer = self._http.post(f"/session/{self._session}/{what}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()["value"]


def patiently(look: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE_S
    while not (found := look()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)
    return found
