from collections.abc import Callable

import pytest

from tests.house.shape import empty_names, foreign_screens, too_long
from tests.house.tracked import SCREENS, name, python_sources, screen_sources

Law = Callable[[str, str], list[str]]

BAD: list[tuple[Law, str, str]] = [
    (too_long, "bell.py", "x = 1\n" * 301),
    (too_long, "phone.tsx", "let x\n" * 301),
    (too_long, "bell.py", "def ring():\n" + "    x = 1\n" * 40),
    (too_long, "bell.py", "class Bell:\n    async def ring(self):\n" + "        x = 1\n" * 40),
    (empty_names, "src/tingsha/pairs/utils.py", ""),
    (empty_names, "screens/common/button.tsx", ""),
    (empty_names, "src/tingsha/pairs/plan.py", "class PairingManager: pass"),
    (foreign_screens, "phone/main.tsx", 'import { x } from "../host/board.ts";'),
    (foreign_screens, "phone/open/main.tsx", "import { x } from '../../stage/ring';"),
]
GOOD: list[tuple[Law, str, str]] = [
    (too_long, "bell.py", "def ring():\n" + "    x = 1\n" * 39),
    (empty_names, "src/tingsha/pairs/plan.py", "class Plan: pass"),
    (foreign_screens, "phone/main.tsx", 'import { x } from "../shared/bell.ts";'),
    (foreign_screens, "phone/open/main.tsx", 'import { x } from "../../phone/ring";'),
    (foreign_screens, "shared/scenes/rounds.tsx", 'import { x } from "../texts/said.ts";'),
]


GENERATED = SCREENS / "shared" / "wire.ts"
"""Nobody writes it, and it grows with the documents, which are held to the law themselves."""


def test_files_and_functions_stay_short() -> None:
    files = [*python_sources(), *(file for file in screen_sources() if file != GENERATED)]
    assert [it for file in files for it in too_long(name(file), file.read_text(encoding="utf-8"))] == []


def test_names_say_what_happens_there() -> None:
    files = [*python_sources(), *screen_sources()]
    assert [it for file in files for it in empty_names(name(file), file.read_text(encoding="utf-8"))] == []


def test_a_screen_knows_no_other_screen() -> None:
    files = [file for file in screen_sources() if file.parent != SCREENS]
    inside = ((file.relative_to(SCREENS).as_posix(), file.read_text(encoding="utf-8")) for file in files)
    assert [it for path, source in inside for it in foreign_screens(path, source)] == []


@pytest.mark.parametrize(("law", "path", "source"), BAD)
def test_the_laws_of_shape_see_a_breach(law: Law, path: str, source: str) -> None:
    assert law(path, source) != []


@pytest.mark.parametrize(("law", "path", "source"), GOOD)
def test_the_laws_of_shape_leave_good_code_alone(law: Law, path: str, source: str) -> None:
    assert law(path, source) == []
