import socket
from pathlib import Path

from tests.cli.words import in_this_process
from tests.kit.server import Server


def files(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_it_looks_on_while_a_server_runs_and_changes_nothing(server: Server) -> None:
    before = files(server.data)
    looked = in_this_process(
        "doctor", "--data", str(server.data), "--host", "127.0.0.1", "--port", str(server.port)
    )
    assert looked.returncode == 0, looked.stdout
    assert f"a Tingsha is running on port {server.port}" in looked.stdout
    assert "in use by a running Tingsha" in looked.stdout
    assert files(server.data) == before


def test_a_data_directory_that_is_not_there_stays_away(data: Path) -> None:
    looked = in_this_process("doctor", "--data", str(data), "--port", "0")
    assert looked.returncode == 0, looked.stdout
    assert "no log yet" in looked.stdout
    assert not data.exists()


def test_somebody_else_on_the_port_is_a_fault_with_a_remedy(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        looked = in_this_process("doctor", "--data", str(data), "--host", "127.0.0.1", "--port", str(port))
    assert looked.returncode == 1
    assert f"fail  port {port} cannot be used" in looked.stdout
    assert f"--port {port + 10}" in looked.stdout


def test_a_file_in_place_of_the_directory_is_a_fault(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("not a directory")
    looked = in_this_process("doctor", "--data", str(in_the_way), "--port", "0")
    assert looked.returncode == 1
    assert f"fail  {in_the_way} is a file" in looked.stdout


def test_what_stands_open_to_others_is_told(data: Path) -> None:
    data.mkdir()
    key = data / "host-key"
    key.write_text("secret")
    key.chmod(0o644)
    looked = in_this_process("doctor", "--data", str(data), "--port", "0")
    assert looked.returncode == 0
    assert f"warn  others on this machine may read {key}" in looked.stdout
    key.chmod(0o600)
    assert "warn  others" not in in_this_process("doctor", "--data", str(data), "--port", "0").stdout


def test_a_setting_that_cannot_be_read_is_a_fault() -> None:
    looked = in_this_process("doctor", "--port", "many")
    assert looked.returncode == 1
    assert "fail  settings" in looked.stdout
