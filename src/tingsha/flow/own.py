"""A person's own document, and who else looks for somebody, as they see it."""

from itertools import islice

from msgspec import UNSET

from tingsha.flow import documents as d
from tingsha.flow.session import Session
from tingsha.follow_up.view import contacts
from tingsha.gathering.known import devices_of
from tingsha.gathering.state import AWAY, FORGOTTEN, HERE, REMOVED, WHEREABOUTS
from tingsha.pairs.looking import Knows, know_each_other, looking_for
from tingsha.pairs.tag import tag_of
from tingsha.pairs.turns import order, shared_turns
from tingsha.pairs.view import written_at
from tingsha.words import Person

PLACES = (None, "room", "remote")
MOST_PROPOSALS = 8
SHOWN_BESIDE = 3


def mine(session: Session, person: Person) -> d.Mine:
    """This person's own document. No absolute times: the timeline has those."""
    people = session.gathering.people
    tables = session.pairs.tables
    asking = islice(session.pairs.proposals.get(person, ()), MOST_PROPOSALS)
    proposals = [partner(session, each, _knows(session, len(tables) + 1, person, each)) for each in asking]
    envelopes = [_envelope(session, round_, person) for round_ in range(1, len(tables) + 1)]
    return d.Mine(
        version=session.touched[person],
        participant=people.ids[person],
        code=session.gathering.code,
        name=session.name(person),
        group=session.group(people.group[person]),
        place=PLACES[people.place[person]],  # type: ignore[arg-type]
        away=people.whereabouts[person] == AWAY,
        state=WHEREABOUTS[people.whereabouts[person]],
        envelopes=[each for each in envelopes if each is not None],
        looking=person in session.pairs.hands,
        seeking=person in session.pairs.seeking,
        joker=person == session.gathering.joker,
        named=person in session.web.named,
        known=bool(devices_of(session.texts, people.ids[person])),
        proposals=proposals or UNSET,
        contacts=contacts(session, person) or UNSET,
        notice=_notice(session, person) or UNSET,
        tags=_tags(session, person) or UNSET,
        beside=_beside(session, person) or UNSET,
        four=_four(session, person) or UNSET,
    )


def _beside(session: Session, owner: Person) -> list[d.Beside]:
    """Who looks along on this phone. Three rounds at a time: all ten twice would not fit into a document."""
    people, opened = session.gathering.people, max(1, session.pairs.opened)
    found: list[d.Beside] = []
    for person, other in session.gathering.beside.items():
        if other != owner or people.whereabouts[person] not in (HERE, AWAY):
            continue
        rounds = range(opened, min(opened + SHOWN_BESIDE, len(session.pairs.tables) + 1))
        envelopes = [_envelope(session, round_, person) for round_ in rounds]
        found.append(
            d.Beside(
                people.ids[person], session.name(person), [each for each in envelopes if each is not None]
            )
        )
    return found


def _envelope(session: Session, round_: int, person: Person) -> d.Envelope | None:
    table = session.pairs.tables[round_ - 1]
    unit = table.unit_of(person)
    if len(unit) < 2:
        return None
    row, spots = table.row_of(person), session.pairs.spots
    sign, spot = spots.beacon(round_ - 1, row), spots.spot(row)
    speaking = order(session.gathering.seed, round_, unit)
    whereabouts = session.gathering.people.whereabouts
    others = [each for each in speaking if each != person and whereabouts[each] not in (REMOVED, FORGOTTEN)]
    return d.Envelope(
        round=round_,
        partners=[partner(session, each, _knows(session, round_, person, each)) for each in others],
        spot=spot,
        label=written_at(spots, spot, session.texts),
        row=spots.row_name(spot),
        beacon=d.BeaconView(sign.colour, sign.shape),
        speaker=speaking.index(person),
        turns=_turns(session, round_, len(unit)) if len(unit) > 2 else UNSET,
        found=(round_, person) in session.pairs.found,
        told=_told(session, round_, person, others) or UNSET,
    )


def _four(session: Session, person: Person) -> d.Four | None:
    """Where people stand is where they stood in the last conversation that they had."""
    place = session.pairs.four_of.get(person)
    if place is None:
        return None
    four, spots, whereabouts = (
        session.pairs.fours[place],
        session.pairs.spots,
        session.gathering.people.whereabouts,
    )
    held = session.pairs.tables[: max(1, session.rounds.laid())]
    round_ = max((at for at, table in enumerate(held, 1) if len(table.unit_of(four[0])) > 1), default=0)
    table = session.pairs.table(round_)
    staying, own = table.unit_of(four[0]), table.unit_of(person)
    row = max(0, table.row_of(four[0]))
    sign, spot = spots.beacon(round_, row), spots.spot(row)
    there = (each for each in four if each not in own and each != person)
    return d.Four(
        others=[partner(session, each) for each in there if whereabouts[each] not in (REMOVED, FORGOTTEN)],
        stays=person in staying,
        label=written_at(spots, spot, session.texts) or str(spot),
        beacon=d.BeaconView(sign.colour, sign.shape),
    )


def _told(session: Session, round_: int, person: Person, others: list[Person]) -> dict[str, bool]:
    told, ids = session.web.told, session.gathering.people.ids
    said = ((ids[other], told.get((round_, person, other))) for other in others)
    return {participant: talked for participant, talked in said if talked is not None}


def _turns(session: Session, round_: int, people: int) -> list[d.TrioTurn]:
    """Equal parts of the conversation as it now stands, from its first turn to its bell."""
    turn_ms, swap_ms = session.turns()[round_], session.rounds.plan.swap_s * 1000
    return [
        d.TrioTurn(each.speaker, each.after_ms, each.lasts_ms)
        for each in shared_turns(people, turn_ms, swap_ms)
    ]


def partner(session: Session, person: Person, knows: Knows | None = None) -> d.Partner:
    people = session.gathering.people
    group = session.group(people.group[person])
    return d.Partner(
        people.ids[person], session.name(person), group, bool(people.phone[person]), knows or UNSET
    )


def _knows(session: Session, round_: int, person: Person, other: Person) -> Knows | None:
    """Where people choose each other, a word that they know one another; where phones do, the pairing sees to it."""
    if session.gathering.milling != "free":
        return None
    return know_each_other(session, round_, person, other)


def _tags(session: Session, person: Person) -> list[str]:
    """One for each round; a phone shows that of the round it is in."""
    if session.gathering.milling != "free":
        return []
    rounds = range(1, session.rounds.plan.rounds + 1)
    return [tag_of(session.gathering.seed, round_, person) for round_ in rounds]


def looking_page(session: Session, round_: int, person: Person, after: int, most: int) -> d.LookingPage:
    """A page of those who look for somebody in a round, as one of them sees it, from the `after`-th on."""
    found = list(islice(looking_for(session, round_, person), after, after + most + 1))
    people = [partner(session, each, _knows(session, round_, person, each)) for each in found[:most]]
    return d.LookingPage(people=people, after=after + most if len(found) > most else None)


def _notice(session: Session, person: Person) -> d.Notice | None:
    ask = session.pairs.asks.get(person)
    if ask is not None:
        return d.Notice("are-you-there", {"name": session.name(ask.missed_by)})
    word = session.pairs.words.get(person)
    if word is None:
        return None
    return d.Notice(word.code, {"round": word.round})  # type: ignore[arg-type]
