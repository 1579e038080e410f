"""Opens a gathering straight from a list of expected people: classic times, phones point the way."""

from typing import Final

from tingsha.gathering.commands import InvitationAsked, Open, PlaceRoster, RosterRow
from tingsha.live.doorway import Doorway
from tingsha.live.keeper import Keeper
from tingsha.live.keys import draw
from tingsha.live.opening import opened
from tingsha.live.problems import told
from tingsha.settings import BadSetting
from tingsha.words import Actor, Refusal, Role

CLASSIC: Final = {
    "nl": InvitationAsked(
        "Welke grote uitdaging breng je mee naar deze bijeenkomst?",
        "Wat hoop je hier van de anderen te krijgen, en wat kun jij geven?",
    ),
    "en": InvitationAsked(
        "What big challenge do you bring with you today?",
        "What do you hope to get from the others here, and what can you give?",
    ),
}


async def open_for(doorway: Doorway, title: str, language: str, rows: list[RosterRow]) -> Keeper:
    """A new gathering with these people expected. Raises BadSetting when the list cannot be used."""
    groups = list(dict.fromkeys(row.group for row in rows if row.group))
    spoken = "en" if language == "en" else "nl"
    command = Open(
        title=title, language=spoken, milling="guided", invitation=CLASSIC[language], groups=groups
    )
    keeper = await opened(doorway, command, draw())
    if isinstance(keeper, Refusal):
        raise BadSetting(told(keeper, language).detail)
    placed = await doorway.ask(keeper, PlaceRoster(id=draw(), rows=rows), Actor(Role.HOST))
    if isinstance(placed, Refusal):
        raise BadSetting(told(placed, language).detail)
    return keeper
