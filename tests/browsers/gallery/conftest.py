"""Where the pictures lie."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is thrown away; with `--pictures docs/screens`, the one that is kept."""
    kept = request.config.getoption("--pictures")
    return Path(kept).resolve() if kept else tmp_path_factory.mktemp("pictures")
