"""What it cost in attention: one number of each phone, the middle of five or more, and of nobody a word."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.crowd import Play
from tingsha.flow import host_view, view
from tingsha.gathering.commands import EraseMe
from tingsha.receipt import commands as c
from tingsha.receipt.view import Attention
from tingsha.rounds import commands as r


def over(people: int, *, on: bool = True) -> Play:
    play = Play(receipt=on)
    play.arrive(people)
    play.start()
    play.must(r.Next())
    return play


def tell(play: Play, *seconds: int) -> None:
    for person, each in enumerate(seconds):
        play.must(c.TellAttention(seconds=each), person)
    play.wait(5)


def on_host(play: Play) -> Attention | msgspec.UnsetType:
    return host_view.host_common(play.session, 0, play.now, "join", 0).attention


def on_stage(play: Play) -> Attention | msgspec.UnsetType:
    return view.stage_common(play.session, 0, play.now, "join").attention


def test_it_is_off_and_then_nothing_is_taken_in() -> None:
    play = over(6, on=False)
    assert not play.common().receipt
    assert play.refused(c.TellAttention(seconds=3), 0) == "no-receipt"
    assert play.refused(c.ShowReceipt(show=True)) == "no-receipt"


def test_the_host_turns_it_on_and_off_where_everybody_sees_it_and_only_before_the_start() -> None:
    play = Play()
    play.arrive(5)
    assert not play.common().receipt
    play.must(c.TurnReceipt(on=True))
    assert play.common().receipt
    assert play.must(c.TurnReceipt(on=True)) == []
    play.must(c.TurnReceipt(on=False))
    play.start()
    assert play.refused(c.TurnReceipt(on=True)) == "already-started"


def test_nothing_is_told_before_it_is_over() -> None:
    play = Play(receipt=True)
    play.arrive(5)
    assert play.refused(c.TellAttention(seconds=3), 0) == "not-over-yet"
    play.start()
    assert play.refused(c.TellAttention(seconds=3), 0) == "not-over-yet"


@pytest.mark.parametrize("seconds", [-1, 86_401, 10**18])
def test_only_seconds_of_a_day_are_taken_in(seconds: int) -> None:
    assert over(5).refused(c.TellAttention(seconds=seconds), 0) == "attention-out-of-range"


def test_four_phones_make_no_receipt_and_five_do() -> None:
    play = over(8)
    tell(play, 10, 20, 300, 40)
    assert on_host(play) is msgspec.UNSET
    play.must(c.TellAttention(seconds=50), 4)
    play.wait(5)
    assert on_host(play) == Attention(talk_s=0, median_s=40, phones=5, shown=False)
    assert on_stage(play) is msgspec.UNSET


def test_it_changes_only_with_five_more() -> None:
    play = over(12)
    tell(play, *[20] * 5)
    version = play.session.common_version
    for person in range(5, 9):
        play.must(c.TellAttention(seconds=500), person)
    play.wait(5)
    assert play.session.common_version == version
    before = on_host(play)
    play.must(c.TellAttention(seconds=500), 9)
    play.must(c.TellAttention(seconds=500), 10)
    play.wait(5)
    after = on_host(play)
    assert isinstance(before, Attention)
    assert isinstance(after, Attention)
    assert (before.phones, after.phones) == (5, 11)
    assert (before.median_s, after.median_s) == (20, 500)


def test_a_phone_tells_once() -> None:
    play = over(5)
    tell(play, 10, 10, 10, 10, 10)
    assert play.must(c.TellAttention(seconds=9_000), 0) == []
    assert [key for key in play.session.texts if key.startswith("attention:")].__len__() == 5


def test_on_the_stage_only_with_the_hosts_leave() -> None:
    play = over(5)
    tell(play, 10, 10, 10, 10, 10)
    play.must(c.ShowReceipt(show=True))
    shown = on_stage(play)
    assert isinstance(shown, Attention)
    assert shown.median_s == 10
    play.must(c.ShowReceipt(show=False))
    assert on_stage(play) is msgspec.UNSET


def test_the_talk_is_what_was_talked() -> None:
    play = Play(receipt=True)
    play.arrive(5)
    play.start()
    play.pass_to(play.segment("debrief", 0))
    play.wait(1)
    tell(play, 10, 10, 10, 10, 10)
    receipt = on_host(play)
    assert isinstance(receipt, Attention)
    assert receipt.talk_s == 3 * 2 * 120


def test_the_log_holds_no_number_and_the_vault_no_person() -> None:
    play = over(6)
    tell(play, 1_235, 1_235, 1_235, 1_235, 1_235)
    told = [body for body in play.log if b"attention-told" in body]
    assert len(told) == 5
    assert not any(b"1235" in body or b"seconds" in body for body in told)
    for key, words in play.session.texts.items():
        if key.startswith("attention:"):
            assert words == "1235"
            assert not any(each in key for each in play.session.gathering.people.ids)


def test_no_document_but_the_middle_tells_of_it() -> None:
    play = over(6)
    tell(play, 1_000, 2_000, 3_000, 4_000, 5_000)
    shown = [play.common(), view.stage_common(play.session, 0, play.now, "join")]
    bodies = [msgspec.json.encode(each) for each in (*shown, *(play.mine(person) for person in range(6)))]
    bodies.append(msgspec.json.encode(host_view.host_common(play.session, 0, play.now, "join", 0)))
    for seconds in (b"1000", b"2000", b"4000", b"5000"):
        assert not any(b":" + seconds + b"," in body or b":" + seconds + b"}" in body for body in bodies)


def test_who_is_erased_takes_no_receipt_along() -> None:
    play = over(5)
    tell(play, 10, 10, 10, 10, 10)
    play.must(EraseMe(), 0)
    assert isinstance(on_host(play), Attention)


@given(st.lists(st.integers(0, 86_400), min_size=5, max_size=5))
def test_the_middle_is_the_middle_whatever_the_order(seconds: list[int]) -> None:
    play = over(5)
    tell(play, *seconds)
    receipt = on_host(play)
    assert isinstance(receipt, Attention)
    assert abs(receipt.median_s - sorted(seconds)[2]) <= 5
    again = play.replayed()
    assert again.receipt == play.session.receipt
