"""The command, as somebody types it."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.live.running import until
from tingsha.live.addresses import Site, is_loopback, lan_addresses
from tingsha.settings import BadSetting, read_settings

TINGSHA = [sys.executable, "-c", "from tingsha.cli import main; main()"]


def serve(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*TINGSHA, "serve", "--no-browser", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def failing(*words: str) -> str:
    with serve(*words) as process:
        _, said = process.communicate(timeout=30)
    assert process.returncode == 1
    assert said.startswith("tingsha: ")
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_and_stops_when_told(data: Path, how: signal.Signals) -> None:
    with serve("--port", "0", "--data", str(data)) as process:
        said = ""
        while "Ctrl+C" not in said:
            assert process.stdout is not None
            said += process.stdout.readline()
        port = int(re.search(r"localhost:(\d+)/", said)[1])  # type: ignore[index]
        assert httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == 200
        assert "█" in said
        process.send_signal(how)
        out, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, "")
    assert "Traceback" not in out
    key = (data / "host-key").read_text().strip()
    assert key in said
    assert (data / "host-key").stat().st_mode & 0o077 == 0


def test_with_a_roster_it_opens_the_gathering(data: Path, tmp_path: Path) -> None:
    roster = tmp_path / "Wijk en zorg.csv"
    roster.write_text("naam;groep\nAda;Zorg\nBo;Wijk\n")
    with serve("--host", "127.0.0.1", "--port", "0", "--data", str(data), "--roster", str(roster)) as process:
        said = ""
        while "Ctrl+C" not in said:
            assert process.stdout is not None
            said += process.stdout.readline()
        base, gathering, token = re.search(r"(http://\S+)/host/(\w+)#(\w+)", said).groups()  # type: ignore[union-attr]
        code = re.search(r"/j/(\w+)", said)[1]  # type: ignore[index]
        card = httpx.get(f"{base}/api/gatherings/by-code/{code}").json()
        people = httpx.get(
            f"{base}/api/gatherings/{gathering}/people", headers={"authorization": f"Bearer {token}"}
        )
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert (card["title"], card["groups"], card["milling"], card["roster"]) == (
        "Wijk en zorg",
        ["Zorg", "Wijk"],
        "guided",
        True,
    )
    assert people.status_code == 200


def test_a_port_that_is_taken_is_said(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = failing("--host", "127.0.0.1", "--port", str(port), "--data", str(data))
    assert f"port {port}" in said
    assert "--port" in said


def test_a_journal_in_use_is_said(data: Path) -> None:
    with serve("--host", "127.0.0.1", "--port", "0", "--data", str(data)) as first:
        assert first.stdout is not None
        until(lambda: "Ctrl+C" in first.stdout.readline())  # type: ignore[union-attr]
        said = failing("--host", "127.0.0.1", "--port", "0", "--data", str(data))
        first.terminate()
        first.communicate(timeout=30)
    assert "another process" in said


def test_what_cannot_be_used_is_said(data: Path, tmp_path: Path) -> None:
    data.mkdir()
    (data / "tingsha.sqlite").write_bytes(b"not a journal")
    assert "doctor" in failing("--host", "127.0.0.1", "--port", "0", "--data", str(data))
    (tmp_path / "x.csv").write_text("who\n")
    assert "column" in failing("--roster", str(tmp_path / "x.csv"))
    assert "number" in failing("--port", "many")
    (tmp_path / "file").write_text("")
    assert "directory" in failing("--port", "0", "--data", str(tmp_path / "file" / "data"))


def test_flags_win_over_variables() -> None:
    environment = {
        "TINGSHA_PORT": "81",
        "TINGSHA_DATA": "there",
        "TINGSHA_TRUSTED_PROXIES": "10.0.0.0/8, ::1",
    }
    settings = read_settings({"port": "82", "host": None}, environment)
    assert (settings.port, settings.data, settings.host) == (82, Path("there"), "0.0.0.0")
    assert [str(each) for each in settings.trusted_proxies] == ["10.0.0.0/8", "::1/128"]


@pytest.mark.parametrize(
    "flags",
    [
        {"port": "70000"}, {"port": "x"}, {"public_url": "tingsha.example"}, {"public_url": "http://x/path"},
        {"log": "nats:x"}, {"trusted_proxies": "x"}, {"capacity": "0"},
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_refused(flags: dict[str, str]) -> None:
    with pytest.raises(BadSetting):
        read_settings(flags, {})


def test_phones_get_an_address_they_can_open() -> None:
    laptop = Site("http://192.168.1.7:8080", ("http://192.168.1.7:8080",))
    assert laptop.seen_from("http://localhost:8080") == "http://192.168.1.7:8080"
    assert laptop.seen_from("http://127.0.0.1:8080") == "http://192.168.1.7:8080"
    assert laptop.seen_from("http://[::1]:8080") == "http://192.168.1.7:8080"
    assert laptop.seen_from("http://tingsha.local:8080") == "http://tingsha.local:8080"
    assert Site("https://x.example", public=True).seen_from("http://10.0.0.1") == "https://x.example"


def test_no_address_of_this_machine_is_its_own_loopback() -> None:
    assert not any(is_loopback(each) for each in lan_addresses())
    own = ("localhost", "127.9.9.9", "::1", "::ffff:127.0.0.1")
    others = ("10.0.0.1", "localhost.evil.example", "")
    assert all(is_loopback(each) for each in own)
    assert not any(is_loopback(each) for each in others)
