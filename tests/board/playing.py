"""A gathering in which people share things: by name, and by tickets that the play alone knows the owners of."""

from typing import Any, Final

from msgspec import UnsetType

from tests.kit.crowd import Play
from tingsha.board import commands as c
from tingsha.board.slips import name_of
from tingsha.board.view import BoardStands, Shared, everything
from tingsha.rounds import commands as r
from tingsha.words import Actor, Fact, Role

BY_TICKET: Final = Actor(Role.TICKET)


def ticket_of(person: int) -> str:
    return f"ticket-of-{person}"


def secret(number: int) -> str:
    return f"secret-{number:032}"


class Sharing(Play):
    """After the rounds, with the board on."""

    def __init__(self, people: int, **opening: Any) -> None:
        super().__init__(**({"board": True} | opening))
        self.arrive(people)
        self.start()
        self.must(r.Next())
        self.shared = 0

    def contribute(self, person: int, words: str = "", kind: c.Kind = "insight") -> str:
        """Without a name; answers what the contribution is called."""
        command = c.Contribute(
            ticket=ticket_of(person), kind=kind, words=words or f"words {self.shared}", secret=self._secret()
        )
        self.must(command, BY_TICKET)
        return name_of(command.secret)

    def share(self, person: int, words: str = "", kind: c.Kind = "offer") -> str:
        """By name."""
        command = c.Share(kind=kind, words=words or f"words {self.shared}", secret=self._secret())
        self.must(command, person)
        return name_of(command.secret)

    def withdraw(self, number: int) -> list[Fact]:
        return self.must(c.Withdraw(secret=secret(number)), BY_TICKET)

    def beat(self) -> None:
        """Let what may go up go up."""
        self.wait(3)

    def _secret(self) -> str:
        self.shared += 1
        return secret(self.shared)

    @property
    def stands(self) -> BoardStands:
        found = self.common().board
        assert not isinstance(found, UnsetType)
        return found

    @property
    def shown(self) -> list[Shared]:
        return everything(self.session)

    @property
    def seen(self) -> set[str]:
        return {each.contribution for each in self.shown}


def contribute(words: str = "words", number: int = 99) -> c.Contribute:
    return c.Contribute(ticket=ticket_of(0), kind="need", words=words, secret=secret(number))


def five(**opening: Any) -> Sharing:
    play = Sharing(8, **opening)
    for person in range(5):
        play.contribute(person)
    play.beat()
    return play
