"""Cards: one for everybody, eight to a sheet, and spare ones for who was not expected.

How they stay right when people stay away or come besides: `docs/decisions/0015-cards-and-the-meeting-post.md`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from msgspec import Struct

from tingsha.languages import OnPaper
from tingsha.pairs.numbers import plan_of
from tingsha.pairs.ring import step
from tingsha.paper.printing import code, pdf
from tingsha.paper.signs import legible, numbered, unprintable

PER_SHEET: Final = 8
LEAST_SPARE: Final = 4


class Place(Struct):
    """What a card says of one round: where to go, or whom to find."""

    round: str
    place: str


class Card(Struct):
    title: str
    below: str
    places: list[Place]
    hint: str
    qr: int = -1
    """Which of the codes; none when below 0."""
    large: bool = False
    number: int = 0
    """Its holder's place on the list, printed instead of a name that no font here can print."""


class Cards(Struct):
    language: str
    label: str
    met: str
    credit: str
    codes: list[str]
    cards: list[Card]


@dataclass(frozen=True)
class Holder:
    """Whose card it is, and per round the spot; empty when they have none."""

    name: str
    group: str
    spots: Sequence[str]
    number: int = 0
    """Their place on the list, from 1."""


def with_spots(language: str, said: OnPaper, holders: Sequence[Holder], rounds: int, link: str) -> Cards:
    """A card for everybody by name, and spare ones until the last sheet is full, four at least.

    Without a link, the code of each card holds what is written on it, so that a phone can keep it.
    """
    cards = [_named(said, holder) for holder in holders]
    codes = [code(link)] if link else [code(_read_aloud(card)) for card in cards]
    for place, card in enumerate(cards):
        card.qr = 0 if link else place
    cards += [_spare(said, number, rounds, 0 if link else -1) for number in range(1, _spares(len(cards)) + 1)]
    return Cards(language, said.spot, said.met, said.credit, codes, cards)


def _named(said: OnPaper, holder: Holder) -> Card:
    places = [Place(str(number), spot or said.post) for number, spot in enumerate(holder.spots, 1)]
    hint = said.nobody if places else said.comes
    return Card(holder.name, holder.group, places, hint, number=holder.number)


def _spare(said: OnPaper, number: int, rounds: int, qr: int) -> Card:
    places = [Place(str(round_), said.post) for round_ in range(1, rounds + 1)]
    return Card(f"{said.spare} {number}", "", places, said.spareHint, qr)


def _spares(cards: int) -> int:
    return LEAST_SPARE + -(cards + LEAST_SPARE) % PER_SHEET


def _read_aloud(card: Card) -> str:
    return "\n".join([card.title, *(f"{each.round}: {each.place}" for each in card.places)])


def without_phone(language: str, said: OnPaper, holders: Sequence[Holder]) -> Cards:
    """Cards for those who have no phone: their partners' phones lead to them. Once paired they know the spots too."""
    cards = [_named(said, holder) for holder in holders]
    for card in cards:
        card.hint = said.comes
    return Cards(language, said.spot, said.met, said.credit, [], cards)


def with_numbers(language: str, said: OnPaper, people: int, rounds: int, link: str) -> Cards:
    """A card for every number: whom to find in each round, and the rule by which that was found."""
    planned = plan_of(people, rounds)
    seek: list[list[str]] = [[] for _ in range(people + 1)]
    for each in planned:
        for unit in each.units:
            for number in unit:
                seek[number].append(" + ".join(str(other) for other in unit if other != number))
    hint = said.nobodyByNumber
    if planned and planned[0].step:
        steps = ", ".join(str(step(round_)) for round_ in range(1, rounds + 1))
        hint = f"{said.rule.format(steps=steps)} {hint}"
    codes = [code(link)] if link else []
    cards = [
        Card(
            title=str(number),
            below=said.people.format(people=people, rounds=rounds),
            places=[Place(str(round_), whom) for round_, whom in enumerate(seek[number], 1)],
            hint=hint,
            qr=0 if link else -1,
            large=True,
        )
        for number in range(1, people + 1)
    ]  # fmt: skip
    return Cards(language, said.seek, said.met, said.credit, codes, cards)


def without_font(holders: Sequence[Holder]) -> list[str]:
    """Whose names no font here can print, with the number that stands on their cards."""
    boxes = {*unprintable(each.name for each in holders)}
    return [f"{each.number} {each.name}" for each in holders if each.name in boxes]


def printed(cards: Cards, spots: Sequence[str] = ()) -> bytes:
    """`spots`: what is written at each, where they have names. Raises TooMuchPaper."""
    numbers = {name: number for number, name in enumerate(spots, 1)}
    places = [place for card in cards.cards for place in card.places]
    said = legible(
        [words for card in cards.cards for words in (card.title, card.below)]
        + [each.place for each in places]
    )
    for card in cards.cards:
        card.title = numbered(said, card.title, card.number)
        card.below = said[card.below]
    for place in places:
        place.place = numbered(said, place.place, numbers.get(place.place, 0))
    return pdf("cards", cards, -(-len(cards.cards) // PER_SHEET))
