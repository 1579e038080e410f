"""The tag that a phone shows while people find each other: whoever types it has read it from the other's screen.

Every round has its own, so that a tag that was seen is worth nothing later. No two people of a gathering have the
same one, and from one's own nobody can tell another's.
"""

from functools import lru_cache
from typing import Final

from tingsha.gathering.pictures import CODE_LETTERS
from tingsha.pairs.chance import Chance
from tingsha.words import Person

SHORTEST: Final = 3
LONGEST: Final = 6
_LETTERS: Final = len(CODE_LETTERS)
_TURNS: Final = 4
"""How often each letter is moved by the two beside it."""
_TAG: Final = 0x7461


def tag_of(seed: int, round_: int, person: Person) -> str:
    """Three letters for the first 27,000 people to arrive, four for the 810,000 after them, and so on."""
    length, number = SHORTEST, person
    while number >= _LETTERS**length:
        number, length = number - _LETTERS**length, length + 1
    letters = [number // _LETTERS**place % _LETTERS for place in range(length)]
    for turn, moves in enumerate(_moves(seed, round_, length)):
        _move(letters, turn % length, moves, 1)
    return "".join(CODE_LETTERS[each] for each in letters)


def person_of(seed: int, round_: int, tag: str) -> Person | None:
    """Whose tag this is, or would be if so many people came; None for what is no tag at all."""
    length = len(tag)
    if not SHORTEST <= length <= LONGEST or any(each not in CODE_LETTERS for each in tag):
        return None
    letters = [CODE_LETTERS.index(each) for each in tag]
    moves = _moves(seed, round_, length)
    for turn in reversed(range(len(moves))):
        _move(letters, turn % length, moves[turn], -1)
    number = sum(each * _LETTERS**place for place, each in enumerate(letters))
    return number + sum(_LETTERS**shorter for shorter in range(SHORTEST, length))


def tidy_tag(typed: str) -> str:
    """A tag as people type it: in small letters, with a space or a dash in it."""
    return "".join(each for each in typed.upper() if each.isalnum())


def _move(letters: list[int], place: int, moves: list[int], way: int) -> None:
    one, other = letters[place - 1], letters[place - 2]
    letters[place] = (letters[place] + way * moves[one * _LETTERS + other]) % _LETTERS


@lru_cache(maxsize=256)
def _moves(seed: int, round_: int, length: int) -> list[list[int]]:
    """By how much a letter moves for every two letters beside it: a table for each turn."""
    chance = Chance(seed, _TAG, round_, length)
    return chance.below(_LETTERS, _TURNS * length * _LETTERS**2).reshape(_TURNS * length, -1).tolist()
