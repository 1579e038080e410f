"""What every request meets first: who is calling, which gathering they want, and what their token opens there."""

import asyncio
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from litestar import Request, Response

from tingsha.flow.documents import Links
from tingsha.live.addresses import Site, links
from tingsha.live.board_pages import BoardPages
from tingsha.live.caller import Caller, Scope, caller, foreign
from tingsha.live.clock import Clock
from tingsha.live.counts import Counts
from tingsha.live.credentials import Credentials, credentials
from tingsha.live.crowds import Crowds
from tingsha.live.house import House
from tingsha.live.keeper import Answer, Keeper
from tingsha.live.keys import Keys, same
from tingsha.live.limits import Limits
from tingsha.live.problems import problem, too_many
from tingsha.live.roster_search import RosterIndexes
from tingsha.live.streams import Streams
from tingsha.live.suggestions import Suggestions
from tingsha.live.tickets import Tickets
from tingsha.settings import Settings
from tingsha.who_met_whom.view import Web
from tingsha.words import Actor, Command, Refusal


class Doorway:
    """Everything that requests share."""

    def __init__(self, settings: Settings, house: House, limits: Limits) -> None:
        self.settings = settings
        self.house = house
        self.limits = limits
        self.streams = Streams()
        self.counts = Counts()
        self.rosters = RosterIndexes()
        self.webs: WeakKeyDictionary[Keeper, tuple[list[int], Web]] = WeakKeyDictionary()
        """Pictures of who met whom, as of these versions of their gatherings. What is erased takes its own along."""
        self.on_their_way: WeakKeyDictionary[Keeper, dict[str, str]] = WeakKeyDictionary()
        """Who is coming in by a phone that is known in a community, and is not on disk yet: hash and participant."""
        self.boards = BoardPages()
        self.suggestions = Suggestions()
        self.tickets = Tickets(house.keys, limits.clock)
        self.crowds = Crowds(house.site.inside)
        self.press = asyncio.Lock()
        """Whoever prints waits for whoever printed before."""

    @property
    def keys(self) -> Keys:
        return self.house.keys

    @property
    def clock(self) -> Clock:
        return self.house.clock

    @property
    def site(self) -> Site:
        return self.house.site

    def caller(self, scope: Scope) -> Caller:
        return caller(scope, self.settings)

    def may_open(self, who: Caller) -> Refusal | None:
        """Opening is for whoever sits at this machine, or has the host key."""
        if who.at_this_machine:
            return None
        if self.settings.host_key and who.bearer is not None and same(who.bearer, self.settings.host_key):
            return None
        wait = self.limits.wrong_keys.take(who.address) if who.bearer is not None else 0
        return too_many(wait) if wait else Refusal("host-key-needed")

    async def visit(self, scope: Scope, gathering: str) -> "Visit | Refusal":
        """A caller at the door of one gathering."""
        who = self.caller(scope)
        keeper = await self.house.keeper(gathering)
        if keeper is None:
            return Refusal("unknown-gathering")
        found = credentials(who, keeper, self.keys)
        if found.wrong and (wait := self.limits.wrong_tokens.take(who.address)):
            return too_many(wait)
        return Visit(who, keeper, found)

    async def visit_to_come_in(self, scope: Scope, gathering: str) -> "Visit | Refusal":
        """The same for a request that needs no authority but what its body brings: then cookies count for nothing."""
        visit = await self.visit(scope, gathering)
        if isinstance(visit, Visit) and foreign(visit.caller, self.settings, by_cookie=False):
            return Refusal("foreign-page")
        return visit

    async def visit_to_change(self, scope: Scope, gathering: str) -> "Visit | Refusal":
        """The same for a request that changes something by its authority: a cookie counts from our own pages only."""
        visit = await self.visit(scope, gathering)
        if isinstance(visit, Refusal):
            return visit
        if foreign(visit.caller, self.settings, by_cookie=visit.credentials.by_cookie):
            return Refusal("foreign-page")
        return visit

    async def ask(self, keeper: Keeper, command: Command, by: Actor) -> Answer | Refusal:
        """Give a command to a keeper, and count it."""
        began = self.clock()
        answer = await keeper.ask(command, by)
        self.counts.note(answer, self.clock() - began)
        return answer

    def links(self, who: Caller, keeper: Keeper) -> Links:
        """The links of a gathering, for this caller."""
        return self.links_at(who.base, keeper)

    def links_for_others(self, who: Caller, keeper: Keeper) -> Links:
        """The links of a gathering for another device, which cannot open this one's localhost."""
        return self.links_at(self.site.seen_from(who.base), keeper)

    def links_at(self, base: str, keeper: Keeper) -> Links:
        """The links of a gathering, for somebody who reaches us at `base`."""
        gathering, own = keeper.session.gathering, self.site.own
        return links(
            own if self.site.public or not base else base,
            self.site.seen_from(base),
            keeper.id,
            gathering.code,
            self.keys.host_token(keeper.id, gathering.host_link),
            self.keys.stage_token(keeper.id),
        )


class Visit(NamedTuple):
    """A caller, the gathering they came to, and what they may be there."""

    caller: Caller
    keeper: Keeper
    credentials: Credentials

    @property
    def language(self) -> str:
        return self.caller.language or self.keeper.session.gathering.language

    def refused(self, refusal: Refusal) -> Response[Any]:
        return problem(refusal, self.language)

    def not_signed_in(self) -> Refusal:
        return Refusal("wrong-token" if self.credentials.wrong else "not-signed-in")


def here(request: Request[Any, Any, Any]) -> Doorway:
    """The doorway that a request came through."""
    return request.app.state["doorway"]
