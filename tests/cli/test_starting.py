import shutil
import socket
from pathlib import Path

import pytest

from tests.cli.words import in_this_process, tingsha
from tests.kit.server import Server
from tingsha import __version__

PAGE = 4_096


def serve(data: Path, *words: str):
    return tingsha("serve", "--host", "127.0.0.1", "--port", "0", "--data", str(data), "--no-browser", *words)


def test_it_tells_its_version() -> None:
    told = tingsha("--version")
    assert (told.returncode, told.stdout) == (0, f"tingsha {__version__}\n")


def test_a_taken_port_is_named_with_a_way_out(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        refused = serve(data, "--port", str(port))
    assert refused.returncode == 1
    assert str(port) in refused.stderr
    assert "--port" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--port", "70000"), "70000"),
        (("--port", "many"), "many"),
        (("--log", "paper:roll"), "sqlite:"),
        (("--public-url", "tingsha.test"), "public_url"),
        (("--host", "203.0.113.7"), "--host"),
        (("--roster", "no-such-list.csv"), "no-such-list.csv"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(data: Path, words: tuple[str, str], named: str) -> None:
    refused = serve(data, *words)
    assert refused.returncode == 1
    assert named in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (data / "tingsha.sqlite").exists()


def test_a_data_directory_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("not a directory")
    refused = serve(in_the_way / "data")
    assert refused.returncode == 1
    assert str(in_the_way) in refused.stderr
    assert "Check that" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_second_server_on_the_same_data_says_who_has_it(server: Server) -> None:
    refused = serve(server.data)
    assert refused.returncode == 1
    assert "already running" in refused.stderr


def damaged(data: Path, source: Path) -> Path:
    """A copy of a log that was really written, with the head of its second page overwritten."""
    data.mkdir()
    log = data / "tingsha.sqlite"
    shutil.copy(source, log)
    body = bytearray(log.read_bytes())
    body[PAGE : PAGE + 100] = b"\xff" * 100
    log.write_bytes(body)
    return log


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The log of a server that has stopped in order."""
    running = Server(tmp_path / "earlier").start()
    running.open()
    running.stop()
    return tmp_path / "earlier" / "tingsha.sqlite"


def test_a_damaged_log_is_refused_and_left_as_it_is(data: Path, written: Path) -> None:
    log = damaged(data, written)
    before = log.read_bytes()
    refused = serve(data)
    assert refused.returncode == 1
    assert "tingsha doctor" in refused.stderr
    assert "backup" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert log.read_bytes() == before
    examined = in_this_process("doctor", "--data", str(data), "--port", "0")
    assert examined.returncode == 1
    assert "fail" in examined.stdout
    assert str(log) in examined.stdout
    assert log.read_bytes() == before


def test_a_whole_log_passes_the_doctor(written: Path) -> None:
    examined = in_this_process("doctor", "--data", str(written.parent), "--port", "0")
    assert examined.returncode == 0, examined.stdout
    assert "log whole" in examined.stdout
