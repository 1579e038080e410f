"""Names for people who do not exist, so that a rehearsal looks like a room."""

from random import Random
from typing import Final

DUTCH: Final = (
    "Anne Bas Carlijn Daan Eline Femke Gijs Hanneke Imke Joris Karin Lars Maaike Niels Odette Pieter Quinten Roos "
    "Sanne Teun Ulrike Veerle Wouter Xandra Yara Zeger Amira Bram Chantal Dirk Esra Fatima Guus Hidde Ilse Jamila "
    "Koen Lieke Mehmet Noor Oscar Petra Ruben Soraya Tijn Umit Vera Willem Yusuf Zoë Marijke Sjoerd Thijs Renske"
)
ENGLISH: Final = (
    "Alice Ben Chloe Dev Ella Farid Grace Harry Imogen Jack Kezia Liam Maya Nathan Olive Priya Quinn Rosa Sam Tess "
    "Uma Victor Wendy Xavier Yasmin Zak Amara Beth Callum Daisy Ewan Fiona George Hannah Isaac Joyce Kofi Lucy Moses "
    "Nadia Oscar Poppy Raj Stella Tom Ursula Vince Winnie Yolanda Zara Aidan Bronwyn Cyrus Delia"
)
LETTERS: Final = "ABCDEFGHJKLMNPRSTVWZ"


def names(language: str, many: int, chance: Random) -> list[str]:
    """So many names; when first names run out, they get an initial, as people do."""
    first: list[str] = list((DUTCH if language == "nl" else ENGLISH).split())
    chance.shuffle(first)
    if many <= len(first):
        return first[:many]
    return [*first, *(f"{chance.choice(first)} {chance.choice(LETTERS)}." for _ in range(many - len(first)))]
