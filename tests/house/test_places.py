import pytest

from tests.house.places import REGISTRIES, complaints
from tests.house.tracked import name, tracked


def test_no_file_names_a_registry_or_a_place_on_somebodys_machine() -> None:
    texts = ((name(file), file.read_text(encoding="utf-8", errors="replace")) for file in tracked())
    assert [it for path, text in texts for it in complaints(path, text)] == []


@pytest.mark.parametrize("host", REGISTRIES)
def test_a_registry_is_seen(host: str) -> None:
    assert complaints("package-lock.json", f'"resolved": "https://registry.{host.upper()}/preact"') != []


@pytest.mark.parametrize("folder", ["home", "Users", "root", "work", "tmp"])
def test_a_place_on_one_machine_is_seen(folder: str) -> None:
    assert complaints("notes.md", f"see `/{folder}/anna/tingsha`") != []


@pytest.mark.parametrize(
    "line", ["see https://example.org/home/page", "GET /api/clock", "../work/bench", "</root>"]
)
def test_addresses_and_relative_paths_are_fine(line: str) -> None:
    assert complaints("notes.md", line) == []
