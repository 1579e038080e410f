"""The same gathering once more: same questions, plan, groups and list of people. The stage goes along by itself,
people by a tap of their own."""

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec import structs

from tingsha.flow.session import Session
from tingsha.gathering import commands as g
from tingsha.gathering.commands import InvitationAsked, Open, PlanAsked, Questions, SpotsAsked
from tingsha.gathering.known import devices_of
from tingsha.gathering.state import AWAY, HERE, REMOVED
from tingsha.invitation.view import questions
from tingsha.live import recognising
from tingsha.live.doorway import Doorway
from tingsha.live.keeper import Answer, Keeper
from tingsha.live.keys import Keys
from tingsha.live.opening import opened
from tingsha.pairs.laying import NAME
from tingsha.rounds.state import CLOSED
from tingsha.who_met_whom.connections import met_by
from tingsha.words import Actor, Person, Refusal, Role

SHORT: Final = PlanAsked(rounds=3, turn_s=15, think_s=5, find_s=10, swap_s=3, breathe_s=8, debrief_s=60)
"""Two minutes in which a host sees everything once."""
FIRST: Final = "1-"
"""A list of people that is laid first is the first revision of its gathering."""


async def go_on(
    doorway: Doorway, keeper: Keeper, request: str, bring: Sequence[str] = ()
) -> Keeper | Refusal:
    """The gathering in which this group goes on. Whoever asks again is led to the same one while that is open.

    bring: who of those without a phone comes along; they cannot tap, so the host says so. Refused: unknown-participant,
    and then nothing is opened; whoever has left or comes by phone is passed over.
    """
    if any(keeper.session.person(each) is None for each in bring):
        return Refusal("unknown-participant")
    next_ = await _next(doorway, keeper, request)
    if isinstance(next_, Refusal):
        return next_
    for person in _without_phone(keeper.session):
        if keeper.session.gathering.people.ids[person] in bring:
            await doorway.ask(
                next_, _carried(doorway.keys, keeper.session, next_, person), Actor(Role.KEEPER)
            )
    return next_


def _without_phone(session: Session) -> list[Person]:
    """Who was there without a phone; who looks along on a phone comes with its owner."""
    people, beside = session.gathering.people, session.gathering.beside
    return [
        person
        for person, phone in enumerate(people.phone)
        if not phone and person not in beside and people.whereabouts[person] in (HERE, AWAY)
    ]


async def _next(doorway: Doorway, keeper: Keeper, request: str) -> Keeper | Refusal:
    went_on = keeper.session.gathering.went_on
    if went_on and (known := await doorway.house.keeper_by_code(went_on[-1][1])) is not None:
        return known
    next_ = await opened(doorway, same_again(keeper.session), f"again {keeper.id} {request}")
    if isinstance(next_, Refusal):
        return next_
    if rows := _roster(keeper.session):
        await doorway.ask(next_, g.PlaceRoster(id="again", rows=rows), Actor(Role.HOST))
    if keeper.session.rounds.phase == CLOSED:
        there = g.GoOn(id=request, gathering=next_.id, code=next_.session.gathering.code)
        await doorway.ask(keeper, there, Actor(Role.KEEPER))
    return next_


async def try_out(doorway: Doorway, keeper: Keeper, request: str) -> Keeper | Refusal:
    """A short rehearsal of this gathering."""
    asked = structs.replace(same_again(keeper.session), rehearsal=True, plan=SHORT, keep_days=0, community="")
    return await opened(doorway, asked, f"rehearsal {keeper.id} {request}")


def _roster(session: Session) -> list[g.RosterRow]:
    revision = f"roster:{session.gathering.roster_revision}-"
    lines = {
        int(key.removeprefix(revision)): text
        for key, text in session.texts.items()
        if key.startswith(revision)
    }
    return [msgspec.json.decode(lines[number], type=g.RosterRow) for number in sorted(lines)]


async def come_along(doorway: Doorway, keeper: Keeper, person: Person) -> tuple[Keeper, str] | Refusal:
    """Somebody goes along to where the group goes on: the gathering, and their id there."""
    gathering = keeper.session.gathering
    if gathering.people.whereabouts[person] == REMOVED:
        return Refusal("was-removed")
    if not gathering.went_on:
        return Refusal("not-gone-on")
    there = await doorway.house.keeper_by_code(gathering.went_on[-1][1])
    if there is None:
        return Refusal("closed")
    participant = doorway.keys.along(there.id, gathering.people.ids[person])
    if there.session.person(participant) is None:
        answer = await _arrive(doorway, keeper.session, there, person)
        if isinstance(answer, Refusal):
            return answer
        await _companions(doorway, keeper.session, there, person)
    return there, participant


async def _arrive(doorway: Doorway, session: Session, there: Keeper, person: Person) -> Answer | Refusal:
    """By every phone that was known here, somebody is known there too."""
    asked = _arrival(doorway.keys, session, there, person)
    devices = devices_of(session.texts, session.gathering.people.ids[person])
    if not devices or not there.session.gathering.community:
        return await doorway.ask(there, asked, Actor(Role.NEWCOMER))
    answer = await recognising.arrive(doorway, there, asked, devices[0])
    for device in () if isinstance(answer, Refusal) else devices[1:]:
        more = g.MakeKnown(participant=asked.participant, device=device)
        await doorway.ask(there, more, Actor(Role.KEEPER))
    return answer


async def _companions(doorway: Doorway, session: Session, there: Keeper, owner: Person) -> None:
    """Who looked along on somebody's phone comes along with it."""
    people = session.gathering.people
    for person, other in session.gathering.beside.items():
        if other == owner and people.whereabouts[person] in (HERE, AWAY):
            asked = _carried(doorway.keys, session, there, person)
            beside = doorway.keys.along(there.id, people.ids[owner])
            await doorway.ask(there, structs.replace(asked, beside=beside), Actor(Role.KEEPER))


def _carried(keys: Keys, session: Session, there: Keeper, person: Person) -> g.CarryAlong:
    come = _arrival(keys, session, there, person)
    return g.CarryAlong(
        participant=come.participant, name=come.name, group=come.group, languages=come.languages,
        place=come.place, roster_id=come.roster_id, met=come.met,
    )  # fmt: skip


def _arrival(keys: Keys, session: Session, there: Keeper, person: Person) -> g.Arrive:
    people, ids = session.gathering.people, session.gathering.people.ids
    bits = people.languages[person]
    return g.Arrive(
        participant=keys.along(there.id, ids[person]),
        name=session.name(person),
        group=session.group(people.group[person]),
        languages=[code for bit, code in enumerate(session.gathering.languages) if bits >> bit & 1],
        place={1: "room", 2: "remote"}.get(people.place[person]),  # type: ignore[arg-type]
        roster_id=_place_on_roster(session, there, person),
        met=[keys.along(there.id, ids[each]) for each in _met(session, person)],
    )


def _met(session: Session, person: Person) -> list[Person]:
    """Everybody this person has met, here or where this group came from."""
    met = met_by(session.pairs, session.web, person)
    met |= {each for couple in session.gathering.met_before if person in couple for each in couple}
    return sorted(met - {person})


def _place_on_roster(session: Session, there: Keeper, person: Person) -> str | None:
    taken = next((row for row, who in session.gathering.people.roster.items() if who == person), None)
    if taken is None:
        return None
    row = FIRST + taken.partition("-")[2]
    free = f"roster:{row}" in there.session.texts and row not in there.session.gathering.people.roster
    return row if free else None


def same_again(session: Session) -> Open:
    """The opening of a gathering like this one."""
    gathering, plan = session.gathering, session.rounds.plan
    both, own = questions(session.texts, plan.rounds)
    return Open(
        title=session.texts.get("title", ""),
        language=gathering.language,  # type: ignore[arg-type]
        mode=gathering.mode,  # type: ignore[arg-type]
        milling=gathering.milling,  # type: ignore[arg-type]
        preset=gathering.preset,  # type: ignore[arg-type]
        plan=PlanAsked(
            rounds=plan.rounds, turn_s=plan.turn_s, think_s=plan.think_s,
            find_s=None if session.rounds.find_by_crowd else plan.find_s,
            swap_s=plan.swap_s, breathe_s=plan.breathe_s, debrief_s=plan.debrief_s,
        ),
        invitation=None if gathering.preset == "liquid-courage" else InvitationAsked(
            both.challenge, both.give_and_take, [Questions(each.challenge, each.give_and_take) for each in own]
        ),
        groups=[label for place in range(gathering.groups) if (label := session.group(place))],
        languages=list(gathering.languages),
        spots=_spots(session),
        board=session.board.on,
        web=session.web.when != "off",
        receipt=session.receipt.on,
        rehearsal=gathering.rehearsal,
        community=gathering.community,
        keep_days=gathering.keep_days,
    )  # fmt: skip


def _spots(session: Session) -> SpotsAsked | None:
    spots = session.pairs.spots
    asked = SpotsAsked(
        count=None if spots.columns or spots.named else spots.count or None,
        rows=spots.rows or None,
        columns=spots.columns or None,
        names=[session.texts[f"{NAME}{spot}"] for spot in range(1, spots.count + 1)] if spots.named else [],
        room_m2=spots.room_m2 or None,
    )
    return None if asked == SpotsAsked() else asked
