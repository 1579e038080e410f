"""What the keeper does by itself: asks that ran out, envelopes to open and to mend, the coming together."""

from typing import Final

from tingsha.bell.next_stroke import next_wake
from tingsha.board.commands import TendBoard
from tingsha.flow.session import Session
from tingsha.pairs.commands import ConfirmMissing, Mend, OpenRound
from tingsha.receipt.commands import MakeReceipt
from tingsha.rounds.commands import ComeTogether
from tingsha.rounds.state import LOBBY, RUNNING, TOGETHER
from tingsha.words import SECOND, Command, Instant

LONGEST_SLEEP_S: Final = 600.0
BETWEEN_MENDS: Final = 300
"""Those who come and go within this many ms are mended for together."""

BETWEEN_RECEIPTS: Final = 2 * SECOND
BETWEEN_HANDFULS: Final = 3 * SECOND
"""The pace at which things go up on the board."""


class Clockwork:
    """The keeper's own memory of what it has looked at, so that it looks once."""

    def __init__(self) -> None:
        self._mended_at: Instant = 0
        self._reckoned_at: Instant = 0
        self._beat = 0
        self._looked: set[tuple[int, Instant]] = set()

    def due(self, session: Session, now: Instant) -> Command | None:
        """What has to be done at this instant, most urgent first; None when all is well."""
        missing = [person for person, ask in session.pairs.asks.items() if ask.until <= now]
        if missing:
            return ConfirmMissing(person=missing[0])
        if session.rounds.phase == RUNNING and session.rounds.now(now) >= session.rounds.timeline[-1].starts:
            return ComeTogether()
        opened = session.opened_round(now)
        if opened and opened != session.pairs.opened:
            return OpenRound(round=opened)
        if self._wants_mending(session, now) and now - self._mended_at >= BETWEEN_MENDS:
            self._mended_at = now
            self._look(session, now)
            return Mend()
        return self._due_afterwards(session, now)

    def _due_afterwards(self, session: Session, now: Instant) -> Command | None:
        if _wants_receipt(session) and now - self._reckoned_at >= BETWEEN_RECEIPTS:
            self._reckoned_at = now
            return MakeReceipt()
        # Not when somebody shares something, but at the next beat: so the moment tells of nobody.
        before, self._beat = self._beat, now // BETWEEN_HANDFULS
        return TendBoard() if session.board.restless() and before < self._beat else None

    def _wants_mending(self, session: Session, now: Instant) -> bool:
        if session.gathering.milling == "free":
            wanted = session.pairs.restless or session.last_call(now)
            return wanted and session.rounds.phase in (LOBBY, RUNNING)
        if session.gathering.milling != "guided" or session.rounds.phase != RUNNING:
            return False
        return session.pairs.restless or session.must_settle(now) or self._window_opens(session, now)

    def _window_opens(self, session: Session, now: Instant) -> bool:
        """The time for splitting units has come, and this is the first look in it."""
        return (
            session.may_split(now) and (session.rounds.next_round(now), session.control) not in self._looked
        )

    def _look(self, session: Session, now: Instant) -> None:
        if session.may_split(now):
            round_ = session.rounds.next_round(now)
            # A mending itself moves the control version on by one.
            self._looked = {(round_, session.control), (round_, session.control + 1)}

    def until_next(self, session: Session, now: Instant) -> float:
        """Seconds until the next thing may be due, at most ten minutes."""
        wake = next_wake(session.rounds, session.pairs, now)
        if self._wants_mending(session, now):
            wake = min(now + BETWEEN_MENDS, wake or now + BETWEEN_MENDS)
        if _wants_receipt(session):
            again = self._reckoned_at + BETWEEN_RECEIPTS
            wake = min(again, wake or again)
        if session.board.restless():
            again = (self._beat + 1) * BETWEEN_HANDFULS
            wake = min(again, wake or again)
        if wake is None:
            return LONGEST_SLEEP_S
        return min(LONGEST_SLEEP_S, max(0.001, (wake - now) / 1000))


def _wants_receipt(session: Session) -> bool:
    return session.receipt.on and session.rounds.phase == TOGETHER and session.receipt.due()
