"""What can be broken about a journal. Each error says where, what, and what to do about it."""

from pathlib import Path


class UnknownGathering(LookupError):
    """There is no such gathering: it was never opened, or has been purged."""

    def __init__(self, gathering: str) -> None:
        super().__init__(f"there is no gathering {gathering}")
        self.gathering = gathering


class JournalError(Exception):
    """Something is wrong with the journal at `path`: `what`, and what can be done: `remedy`."""

    remedy = ""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}. {self.remedy}")
        self.path = path
        self.what = what


class JournalDamaged(JournalError):
    """The file does not hold what was written. It is never changed or deleted from here."""

    remedy = (
        "Nothing in it was changed. Keep a copy of the whole data directory, then put back a backup or start with "
        "an empty data directory; `tingsha doctor` lists what is damaged."
    )


class JournalNewer(JournalError):
    """A later Tingsha wrote this journal."""

    remedy = (
        "Nothing in it was changed. Start the newer Tingsha that wrote it, or use another data directory."
    )


class JournalFull(JournalError):
    """No room: nothing was written. The journal stays usable and works again when there is room."""

    remedy = "Nothing was written. Make room on the disk; no restart is needed."


class JournalBusy(JournalError):
    """Another process holds the journal."""

    remedy = "Use the Tingsha that is already running, or stop it first; or choose another data directory."


class JournalUnwritable(JournalError):
    """The disk or the directory refuses."""

    remedy = (
        "Check that the directory exists, that this account may write in it, and that the disk is healthy."
    )


class JournalClosed(JournalError):
    """The journal has been closed. An erasure under way is finished when it is next opened."""

    remedy = "Start Tingsha again."
