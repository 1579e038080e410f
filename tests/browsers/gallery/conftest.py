"""Where the pictures lie."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers.gallery.darkroom import develop


@pytest.fixture(scope="session")
def folder(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, chromium: Browser
) -> Iterator[Path]:
    """A folder that is thrown away; with `--pictures docs/screens`, small copies of them are kept there."""
    negatives = tmp_path_factory.mktemp("pictures")
    yield negatives
    kept = request.config.getoption("--pictures")
    if kept:
        develop(chromium, negatives, Path(kept).resolve())
