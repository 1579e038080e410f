import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx

from tests.cli.words import LONGEST_S, TINGSHA, tingsha
from tests.kit.server import Server, free_port


def test_a_small_crowd_lives_through_a_rehearsal(server: Server) -> None:
    before = httpx.get(f"{server.url}/readyz").text
    words = ("--people", "14", "--rounds", "2", "--churn", "15%", "--quick")
    rehearsed = tingsha("rehearse", server.url, *words)
    assert rehearsed.returncode == 0, rehearsed.stdout + rehearsed.stderr
    told = rehearsed.stdout
    assert "people                  14 (2 of them late)" in told
    assert "round 1 " in told
    assert "round 2 " in told
    assert "round 3 " not in told
    assert "met twice               0" in told
    assert "problems                none" in told
    assert "The rules held." in told
    assert httpx.get(f"{server.url}/readyz").text == before, "the rehearsal left a gathering behind"


def test_it_joins_by_code_and_leaves_when_interrupted(server: Server) -> None:
    gathering = server.open(title="Proef")
    code = f"{gathering['code'][:4]}-{gathering['code'][4:].lower()}"
    words = [TINGSHA, "rehearse", server.url, "--code", code, "--people", "6", "--churn", "0", "--quick"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as crowd:
        until(lambda: here(server, gathering) == 6)
        crowd.send_signal(signal.SIGINT)
        told, _ = crowd.communicate(timeout=LONGEST_S)
    assert crowd.returncode == 1
    assert "people                  6" in told
    assert "interrupted before the end" in told
    until(lambda: here(server, gathering) == 0)


def test_a_wrong_code_is_told_kindly(server: Server) -> None:
    refused = tingsha("rehearse", server.url, "--code", "AAAA-AAAA")
    assert refused.returncode == 1
    assert "no open gathering has the code AAAA-AAAA" in refused.stderr


def test_a_closed_gathering_has_no_code_any_more(server: Server) -> None:
    gathering = server.open()
    assert server.command(gathering, "close").status_code == 200
    refused = tingsha("rehearse", server.url, "--code", gathering["code"])
    assert refused.returncode == 1
    assert "closed by now" in refused.stderr


def test_a_locked_door_is_told(server: Server) -> None:
    gathering = server.open()
    assert server.command(gathering, "admission", admission="locked").status_code == 200
    refused = tingsha("rehearse", server.url, "--code", gathering["code"])
    assert refused.returncode == 1
    assert "locked" in refused.stderr


def test_no_server_is_told_with_what_to_do() -> None:
    refused = tingsha("rehearse", f"http://127.0.0.1:{free_port()}")
    assert refused.returncode == 1
    assert "nobody answers" in refused.stderr
    assert "tingsha serve" in refused.stderr


def test_something_else_at_the_address_is_told(tmp_path: Path) -> None:
    port = free_port()
    other = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    with subprocess.Popen(
        other, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            until(lambda: answers(f"http://127.0.0.1:{port}"))
            refused = tingsha("rehearse", f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
    assert refused.returncode == 1
    assert "not a Tingsha" in refused.stderr


def here(server: Server, gathering: dict[str, str]) -> int:
    return int(server.documents(gathering, "host")["common"]["counts"]["here"])


def answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=1).status_code == 200
    except httpx.TransportError:
        return False


def until(holds, most_s: float = 30.0) -> None:
    """Look until it holds; looking is slow enough by itself."""
    deadline = time.monotonic() + most_s
    while not holds():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.05)
