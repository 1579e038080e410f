"""Whatever people ask, in whatever order: documents change only under a new version, and a replay shows the same.

The play itself watches the versions after every command.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.flow.test_fold import shown
from tests.kit.crowd import HOST, Play
from tingsha.gathering import commands as g
from tingsha.gathering.commands import PlanAsked
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r
from tingsha.words import Actor, Command, Role

PEOPLE = 6
PLAN = PlanAsked(rounds=3, turn_s=20, think_s=20, find_s=15, swap_s=2, breathe_s=5, debrief_s=20)
SOMEBODY = st.integers(0, PEOPLE - 1).map(lambda person: f"p{person}")
ROUND = st.integers(0, 4)

PARTICIPANTS: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from([g.StepOut(), g.ComeBack(), g.Leave(), p.Here(), p.FindMeAPartner(), g.EraseMe()]),
    st.builds(p.Looking, looking=st.booleans()),
    st.builds(p.FoundPartner, round=ROUND),
    st.builds(p.PartnerMissing, round=ROUND),
    st.builds(p.LeavePair, round=ROUND),
    st.builds(p.Propose, to=SOMEBODY),
    st.builds(p.Accept, from_=SOMEBODY),
    st.builds(g.Block, participant=SOMEBODY),
)
HOSTS: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from([r.Pause(), r.Resume(), r.Skip(), r.Next(), r.Start(), g.NewHostLink()]),
    st.builds(r.Extend, seconds=st.integers(-30, 60)),
    st.builds(g.Rename, participant=SOMEBODY, name=st.sampled_from(["Anna", "Bo"])),
    st.builds(g.Remove, participant=SOMEBODY),
    st.builds(p.JoinNow, participant=SOMEBODY),
    st.builds(p.Swap, round=ROUND, a=SOMEBODY, b=SOMEBODY),
    st.builds(r.Undo, event=st.integers(1, 60)),
)
ASKED = st.one_of(
    st.tuples(PARTICIPANTS, st.integers(0, PEOPLE - 1)), st.tuples(PARTICIPANTS, st.integers(0, PEOPLE - 1)),
    st.tuples(HOSTS, st.just(HOST)), st.just((g.Arrive(participant="new", name="New"), Actor(Role.NEWCOMER))),
)  # fmt: skip


@given(
    st.sampled_from(["free", "guided"]),
    st.lists(st.tuples(ASKED, st.sampled_from([0, 0, 400, 3_000, 9_000, 25_000])), max_size=14),
)
@settings(max_examples=8)
def test_nothing_changes_under_the_same_version(
    milling: str, asked: list[tuple[tuple[Command, Actor | int], int]]
) -> None:
    play = Play(milling=milling, plan=PLAN)
    play.arrive(PEOPLE)
    play.start()
    for (command, by), later in asked:
        play.pass_to(play.now + later)
        play.do(command, by)
    assert shown(play.replayed(), play.now) == shown(play.session, play.now)


def test_a_shorter_second_turn_shows_in_the_thirds_of_a_trio() -> None:
    play = Play(milling="guided")
    play.arrive(3)
    play.start()
    play.pass_to(play.segment("turn", 1, 1) + 1_000)
    before = play.mine(0)
    play.must(r.Skip())
    after = play.mine(0)
    assert after.envelopes[0].turns != before.envelopes[0].turns
    assert after.version > before.version
