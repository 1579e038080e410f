"""Makes a checkout ready: `.venv`, the locked requirements, Tingsha itself, and the screens.

Called by ./run, ./test and ./bench with the name of the set of requirements (`run` or `test`). It needs
nothing but the standard library, does only what is not yet done, and speaks on standard error alone.
"""

import fcntl
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
DONE = VENV / ".done"
BEGUN = DONE / "begun"
LOCKS = {"run": ["requirements.lock"], "test": ["requirements.lock", "requirements-test.lock"]}
LOCKS["bench"] = [*LOCKS["test"], "requirements-bench.lock"]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ENGINES = {
    "chromium": CHROMIUM,
    "firefox-esr": ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"),
    "webkit2gtk-driver": ("WebKitWebDriver",),
    "xvfb": ("Xvfb",),
}
"""Debian's packages for the three browser engines, and the commands by which one knows that they are there."""
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


class CannotSetUp(Exception):
    """The machine lacks something; the message tells the person what to do."""


def main(requirements: str) -> None:
    # Two terminals may start at once. The kernel drops this lock when its last holder ends, in whatever way.
    with (ROOT / ".set-up.lock").open("w") as lock:
        _wait_for(lock.fileno())
        steps = Steps(lock.fileno())
        steps.make_venv()
        for name in LOCKS[requirements]:
            steps.install_requirements(name)
        steps.install_tingsha()
        steps.build_screens()
        if requirements == "test":
            steps.find_browsers()


class Steps:
    """The steps of setting up, in order. Each does nothing when it was done before."""

    def __init__(self, lock: int) -> None:
        self._lock = lock

    def make_venv(self) -> None:
        if not BEGUN.exists() and (DONE / "venv").is_file() and _works(PYTHON):
            return
        say("making .venv")
        if importlib.util.find_spec("ensurepip") is None:
            self._bring_ensurepip()
        # Broken off half-way, or made by a Python that has gone: what lies there cannot be trusted.
        shutil.rmtree(VENV, ignore_errors=True)
        self._run(sys.executable, "-m", "venv", VENV)
        DONE.mkdir()
        (DONE / "venv").touch()

    def install_requirements(self, name: str) -> None:
        lock = ROOT / name
        self._once(name, _digest(lock), lambda: self._install("--require-hashes", "-r", lock))

    def install_tingsha(self) -> None:
        # The place counts too: after the checkout has moved, the installed command points at where it was.
        made_from = f"{ROOT} {_digest(ROOT / 'pyproject.toml')}"
        self._once(
            "tingsha", made_from, lambda: self._install("--no-deps", "--no-build-isolation", "-e", ROOT)
        )

    def build_screens(self) -> None:
        self._run(PYTHON, ROOT / "build_screens.py")

    def find_browsers(self) -> None:
        missing = _missing()
        if missing and _may_apt():
            say(f"installing browsers with apt-get: {' '.join(missing)}")
            self._try_apt(missing)
        if not any(shutil.which(name) for name in CHROMIUM):
            digest = _digest(ROOT / "requirements-test.lock")
            self._once("a browser for the tests", digest, self._download_browser)
        if lacking := [each for each in _missing() if each != "chromium"]:
            # The tests that need them fail and say so; all others are worth running.
            say(f"the tests in other browser engines will fail: please install {' '.join(lacking)}")

    def _try_apt(self, packages: Sequence[str]) -> None:
        """All at once is quicker; one by one, what one system does not know costs none of the others."""
        try:
            self._apt(*packages)
        except subprocess.CalledProcessError:
            for each in packages if len(packages) > 1 else ():
                self._try_apt([each])

    def _bring_ensurepip(self) -> None:
        package = f"python{VERSION}-venv"
        if not _may_apt():
            raise CannotSetUp(
                f"this Python ({sys.executable}) cannot make a virtual environment: ensurepip is missing.\n"
                f"On Debian or Ubuntu run: sudo apt install {package}\nThen try again."
            )
        say(f"installing {package} with apt-get")
        self._apt(package)

    def _download_browser(self) -> None:
        try:
            self._run(PYTHON, "-m", "playwright", "install", "chromium")
        except subprocess.CalledProcessError as failed:
            raise CannotSetUp("install Chromium so that it is on the PATH, then try again.") from failed

    def _install(self, *words: str | Path) -> None:
        BEGUN.touch()
        if not self._install_with_uv(words):
            self._run(PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *words)
        BEGUN.unlink()

    def _install_with_uv(self, words: Sequence[str | Path]) -> bool:
        """Whether uv was there and did it: it is only quicker, and does not read pip's own configuration."""
        uv = shutil.which("uv")
        if uv is None:
            return False
        try:
            self._run(uv, "pip", "install", "--quiet", "--python", PYTHON, *words)
        except subprocess.CalledProcessError:
            return False
        return True

    def _apt(self, *packages: str) -> None:
        self._run("apt-get", "-qq", "update")
        self._run("apt-get", "-qq", "-y", "--no-install-recommends", "install", *packages)

    def _once(self, name: str, made_from: str, step: Callable[[], None]) -> None:
        stamp = DONE / name.replace(" ", "-")
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from:
            return
        say(f"installing {name}")
        step()
        stamp.write_text(made_from, encoding="utf-8")

    def _run(self, *command: str | Path) -> None:
        # Steps hold the lock as well: if we are killed, pip may go on a moment, and nobody should join in.
        # uv brings its own list of certificates; behind a company's proxy the machine's list is the right one.
        environment = {"UV_SYSTEM_CERTS": "1", **os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, stdout=sys.stderr, pass_fds=[self._lock], env=environment, check=True)


def say(words: str) -> None:
    print(f"tingsha: {words}", file=sys.stderr, flush=True)


def _wait_for(lock: int) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("waiting: this folder is being set up in another terminal")
        fcntl.flock(lock, fcntl.LOCK_EX)


def _works(python: Path) -> bool:
    """Whether it starts and finds its packages: not so after its Python has gone or changed version."""
    try:
        return subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _missing() -> list[str]:
    """The packages whose commands are not there. WebKitGTK and its screen are for Linux alone."""
    wanted = ENGINES if platform.system() == "Linux" else ("chromium", "firefox-esr")
    return [package for package in wanted if not any(shutil.which(name) for name in ENGINES[package])]


def _may_apt() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except CannotSetUp as reason:
        say(str(reason))
        sys.exit(1)
    except subprocess.CalledProcessError as failed:
        say(f"this step did not work: {' '.join(map(str, failed.cmd))}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
