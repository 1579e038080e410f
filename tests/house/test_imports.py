from itertools import pairwise

import pytest

from tests.house.imports import ROOMS, complaints
from tests.house.tracked import SOURCE, name, python_sources

BAD = [
    ("words.py", "from tingsha.flow import Session"),
    ("pairs/plan.py", "import tingsha.rounds.plan"),
    ("pairs/plan.py", "from tingsha import live"),
    ("pairs/plan.py", "from ..journal import contract"),
    ("gathering/decide.py", "from .. import app"),
    ("bell/state.py", "def f():\n    import time"),
    ("flow/decide.py", "from os import path"),
    ("rounds/plan.py", "import datetime\ndef f():\n    return datetime.datetime.now()"),
    ("rounds/plan.py", "from datetime import date\ndef f():\n    return date.today()"),
    ("pairs/engine/cost.py", "from tingsha.pairs.state import Pairs"),
    ("pairs/engine/cost.py", "from ..events import RoundPaired"),
    ("pairs/chance.py", "import numpy as np\ndef f():\n    return np.random.default_rng()"),
    ("pairs/chance.py", "def f(name):\n    return hash(name)"),
    ("harvest/view.py", "def f():\n    print('heard')"),
    ("live/door.py", "import os\ndef f():\n    return os.environ['HOME']"),
    ("live/door.py", "from os import getenv"),
    ("live/door.py", "start()"),
    ("journal/sqlite.py", "for each in ():\n    pass"),
    ("settings.py", "import msgspec"),
    ("settings.py", "from tingsha.pairs import plan"),
    ("utils/time.py", ""),
    ("__init__.py", "start()"),
]
GOOD = [
    (
        "pairs/plan.py",
        '"""Plans."""\nfrom tingsha.gathering import state\nfrom tingsha.pairs import cost\nSIX = 6',
    ),
    ("pairs/plan.py", "from .cost import Cost\nfrom ..words import Instant"),
    ("pairs/chance.py", "import numpy as np\ndef f(seed):\n    return np.random.default_rng(seed)"),
    ("settings.py", "import os\ndef f():\n    return os.environ.get('TINGSHA_DATA')"),
    ("live/door.py", "import asyncio\nfrom tingsha import __version__\nfrom tingsha.flow import decide"),
    ("app.py", "from tingsha.live import door"),
]


def test_every_room_imports_only_from_rooms_above_it() -> None:
    found = [
        f"{name(file)}: {complaint}"
        for file in python_sources()
        for complaint in complaints(file.relative_to(SOURCE).as_posix(), file.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(("path", "source"), BAD)
def test_the_law_of_imports_sees_a_breach(path: str, source: str) -> None:
    assert complaints(path, source) != []


@pytest.mark.parametrize(("path", "source"), GOOD)
def test_the_law_of_imports_leaves_good_code_alone(path: str, source: str) -> None:
    assert complaints(path, source) == []


def test_no_room_may_import_the_room_below_it() -> None:
    for room, below in pairwise(ROOMS):
        assert complaints(f"{room}.py", f"import tingsha.{below}.anything") != []
