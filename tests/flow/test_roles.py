"""Every command in every role: authority comes from the role alone."""

import re
from pathlib import Path

import msgspec
import pytest

import tingsha
from tests.kit.crowd import KEEPER, QUESTIONS, Play
from tingsha.board import commands as b
from tingsha.flow.decide import DECISIONS, decide
from tingsha.flow.sentences import STATUS
from tingsha.flow.wire import COMMANDS, command_names, read_command
from tingsha.follow_up import commands as f
from tingsha.gathering import commands as g
from tingsha.harvest.commands import HearPatterns
from tingsha.introductions import commands as i
from tingsha.receipt import commands as a
from tingsha.rounds import commands as r
from tingsha.who_met_whom import commands as w
from tingsha.words import Actor, Asked, Command, Refusal, Role

FILLED = {
    g.Open: {"title": "T", "invitation": QUESTIONS, "drawn": {"code": "C", "picture": "owl"}},
    g.PlaceRoster: {"rows": []},
    g.SetAdmission: {"admission": "open"},
    HearPatterns: {"patterns": []},
    f.OfferContact: {"card": f.ContactCard(email="a@b.example")},
    i.GiveCard: {"card": f.ContactCard(email="a@b.example")},
    r.Debrief: {"form": "voices"},
    b.Share: {"kind": "need"},
    b.Contribute: {"kind": "need"},
}
WHO = {
    Role.OPENER: "open", Role.NEWCOMER: "arrive", Role.PARTICIPANT: "step-out", Role.HOST: "start",
    Role.TICKET: "contribute", Role.KEEPER: "mend",
}  # fmt: skip


def filled(kind: type[Command]) -> Command:
    """A command with something in every field."""
    shape = msgspec.inspect.type_info(kind)
    assert isinstance(shape, msgspec.inspect.StructType)
    fields = {
        it.name: 1 if isinstance(it.type, msgspec.inspect.IntType) else "p1"
        for it in shape.fields
        if it.required and isinstance(it.type, msgspec.inspect.IntType | msgspec.inspect.StrType)
    }
    fields |= {it.name: True for it in shape.fields if isinstance(it.type, msgspec.inspect.BoolType)}
    return kind(**(fields | FILLED.get(kind, {})))


def asked(command: Command, role: Role, play: Play) -> Asked:
    person = 0 if role is Role.PARTICIPANT else -1
    return Asked(command, Actor(role, person), play.now, 5, "drawn")


@pytest.fixture(scope="module")
def play() -> Play:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    play.open_round(1)
    return play


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: str(kind.__struct_config__.tag))
def test_only_those_who_may_get_past_the_door(kind: type[Command], play: Play) -> None:
    assert kind.may
    for role in Role:
        decision = decide(play.session, asked(filled(kind), role, play))
        denied = isinstance(decision, Refusal) and decision.code == "not-allowed"
        assert denied is (role not in kind.may)


@pytest.mark.parametrize("role", Role)
def test_each_role_has_its_own_commands(role: Role) -> None:
    names = {str(kind.__struct_config__.tag) for kind in COMMANDS if role in kind.may}
    assert WHO[role] in names
    assert all(WHO[other] not in names for other in Role if other is not role)


def test_every_command_is_decided_on_somewhere() -> None:
    assert set(COMMANDS) == set(DECISIONS)


def test_over_the_wire_come_only_commands_of_hosts_and_participants() -> None:
    assert not {
        "open",
        "arrive",
        "mend",
        "open-round",
        "confirm-missing",
        "come-together",
        "go-on",
        "place-roster",
        "contribute",
        "me-too",
        "withdraw",
        "tend-board",
    } & set(command_names())
    assert read_command(b'{"type": "extend", "seconds": 5}') == r.Extend(seconds=5)
    for wrong in (
        b'{"type": "mend"}',
        b'{"type": "start", "role": "host"}',
        b'{"type": "extend", "seconds": 1.5}',
    ):
        with pytest.raises(msgspec.ValidationError):
            read_command(wrong)


@pytest.mark.parametrize("kind", [kind for kind in COMMANDS if kind.steers and Role.HOST in kind.may])
def test_what_steers_is_refused_on_an_old_picture(kind: type[Command], play: Play) -> None:
    old = msgspec.structs.replace(filled(kind), base=play.session.control - 1)
    assert play.refused(old) == "stale"


@pytest.mark.parametrize("person", [-1, 4, 10**9])
def test_nobody_acts_as_somebody_who_is_not_there(person: int, play: Play) -> None:
    assert play.refused(g.StepOut(), Actor(Role.PARTICIPANT, person)) == "not-allowed"


def test_when_all_is_over_one_may_still_be_forgotten() -> None:
    play = Play()
    play.arrive(1)
    play.must(r.Close())
    for kind in COMMANDS:
        by = next(role for role in Role if role in kind.may)
        decision = decide(play.session, asked(filled(kind), by, play))
        refused = isinstance(decision, Refusal) and decision.code == "closed"
        may_still = {
            g.EraseMe,
            g.ReEntry,
            g.MakeKnown,
            g.NewHostLink,
            g.GoOn,
            g.Leave,
            w.TurnWeb,
            w.ShowMyName,
            w.TellMeeting,
            a.ShowReceipt,
            *f.COMMANDS,
            *b.COMMANDS,
            *i.COMMANDS,
        }
        assert refused is (kind not in may_still)
    assert play.refused(r.ComeTogether(), KEEPER) == "closed"


def test_every_no_in_the_method_has_a_status() -> None:
    rooms = (
        Path(tingsha.__file__).parent / room
        for room in ("gathering", "invitation", "pairs", "rounds", "board", "flow")
    )
    sources = "".join(file.read_text(encoding="utf-8") for room in rooms for file in room.glob("*.py"))
    codes = set(re.findall(r'Refusal\(\s*"([a-z-]+)"', sources))
    assert "stale" in codes
    assert codes - set(STATUS) == set()
