"""Taking in what people say: seen, found, nobody here, here, my hand is up, you perhaps? Each answers whose
documents changed; None when it does not fit any more."""

from collections.abc import Iterable, Sequence

from tingsha.pairs import events as e
from tingsha.pairs.known import Ask, Pairs
from tingsha.words import Person

Touched = Sequence[Person] | None


def unsettle(pairs: Pairs, person: Person) -> Sequence[Person]:
    """Somebody came, went or changed: their asks and proposals are over, the envelopes need a look. Answers
    whose documents showed those."""
    pairs.hands.pop(person, None)
    pairs.seeking.pop(person, None)
    pairs.words.pop(person, None)
    pairs.restless = True
    return (person, *asks_over(pairs, person), *withdrawn(pairs, person))


def asks_over(p: Pairs, person: Person) -> Sequence[Person]:
    """Whether this person is there, or whom they miss, is no question any more."""
    over = [asked for asked, ask in p.asks.items() if person in (asked, ask.missed_by)]
    return [each for asked in over for each in drop_ask(p, asked)]


def drop_ask(p: Pairs, asked: Person) -> Sequence[Person]:
    ask = p.asks.pop(asked, None)
    if ask is None:
        return ()
    word = p.words.get(ask.missed_by)
    if word is not None and word.code == "asked":
        del p.words[ask.missed_by]
    return (asked, ask.missed_by)


def withdrawn(p: Pairs, person: Person) -> Sequence[Person]:
    """All proposals from and to this person are over."""
    for other in p.proposals.pop(person, ()):
        p.proposed.pop(other, None)
    to = p.proposed.pop(person, None)
    if to is None:
        return ()
    p.proposals[to].pop(person, None)
    if not p.proposals[to]:
        del p.proposals[to]
    return (to,)


def stale_asks_over(p: Pairs, touched: Iterable[Person]) -> Sequence[Person]:
    """Who does not share an envelope any more need not say whether they are there."""
    moved = {*touched}
    stale = [
        asked
        for asked, ask in p.asks.items()
        if (asked in moved or ask.missed_by in moved) and ask.missed_by not in p.partners(asked)
    ]
    return [each for asked in stale for each in drop_ask(p, asked)]


def matched(p: Pairs, unit: Sequence[int]) -> Sequence[Person]:
    people = [person for person in unit if person >= 0]
    if len(people) < 2:
        return ()
    for person in people:
        p.seeking.pop(person, None)
        p.hands.pop(person, None)
    return [each for person in people for each in withdrawn(p, person)]


def seen(p: Pairs, event: e.EnvelopeSeen) -> Touched:
    if event.person >= len(p.seen):
        p.seen.extend([0] * (event.person + 1 - len(p.seen)))
    p.seen[event.person] = max(p.seen[event.person], event.version)
    return ()


def found(p: Pairs, event: e.PartnerFound) -> Touched:
    p.found[event.round, event.person] = True
    p.hands.pop(event.person, None)
    # Finding each other answers every question about who is there.
    p.words.pop(event.person, None)
    return (event.person, *asks_over(p, event.person))


def partner_asked(p: Pairs, event: e.PartnerAsked) -> Touched:
    if event.person in p.asks:
        return None
    p.asks[event.person] = Ask(event.missed_by, event.until)
    p.words[event.missed_by] = e.Word(event.missed_by, "asked")
    return (event.person, event.missed_by)


def said_here(p: Pairs, event: e.SaidHere) -> Touched:
    return drop_ask(p, event.person) or None


def missing_confirmed(p: Pairs, event: e.MissingConfirmed) -> Touched:
    return unsettle(p, event.person) if event.person in p.asks else None


def hand_raised(p: Pairs, event: e.HandRaised) -> Touched:
    p.hands.pop(event.person, None)
    if event.round:
        p.hands[event.person] = event.round
    return (event.person,)


def partner_sought(p: Pairs, event: e.PartnerSought) -> Touched:
    p.seeking[event.person] = None
    p.restless = True
    return (event.person,)


def proposed(p: Pairs, event: e.Proposed) -> Touched:
    before = p.proposed.get(event.person)
    if before is not None:
        p.proposals[before].pop(event.person, None)
    p.proposed[event.person] = event.to
    p.proposals.setdefault(event.to, {})[event.person] = None
    return (event.to,) if before is None else (event.to, before)
