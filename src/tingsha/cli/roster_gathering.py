"""Opens a gathering straight from a list of expected people: classic times, phones point the way."""

from tingsha.gathering.commands import InvitationAsked, Open, PlaceRoster, RosterRow
from tingsha.languages import words
from tingsha.live.doorway import Doorway
from tingsha.live.keeper import Keeper
from tingsha.live.keys import draw
from tingsha.live.opening import opened
from tingsha.live.problems import told
from tingsha.settings import BadSetting
from tingsha.words import Actor, Refusal, Role


async def open_for(doorway: Doorway, title: str, language: str, rows: list[RosterRow]) -> Keeper:
    """A new gathering with these people expected. Raises BadSetting when the list cannot be used."""
    groups = list(dict.fromkeys(row.group for row in rows if row.group))
    pair = words(language).opened.roster
    invitation = InvitationAsked(pair.challenge, pair.give_and_take)
    command = Open(title=title, language=language, milling="guided", invitation=invitation, groups=groups)
    keeper = await opened(doorway, command, draw())
    if isinstance(keeper, Refusal):
        raise BadSetting(told(keeper, language).detail)
    placed = await doorway.ask(keeper, PlaceRoster(id=draw(), rows=rows), Actor(Role.HOST))
    if isinstance(placed, Refusal):
        raise BadSetting(told(placed, language).detail)
    return keeper
