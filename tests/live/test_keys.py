from hypothesis import given
from hypothesis import strategies as st

from tingsha.live.keys import Keys, draw, same

TEXT = st.text(max_size=40)


@given(TEXT, TEXT, TEXT)
def test_ids_and_tokens_differ_unless_everything_agrees(a: str, b: str, c: str) -> None:
    keys = Keys(b"s" * 32)
    found = {
        keys.gathering(a),
        keys.participant(a, b),
        keys.stage_token(a),
        keys.host_token(a, 0),
        keys.host_token(a, 1),
    }
    assert len(found) == 5
    assert keys.participant(a, b + c) == keys.participant(a, b + c)
    assert (keys.participant(a + b, c) == keys.participant(a, b + c)) == (b == "" or (a + b, c) == (a, b + c))


@given(TEXT, TEXT)
def test_another_secret_gives_other_tokens(a: str, b: str) -> None:
    one, other = Keys(b"s" * 32), Keys(b"t" * 32)
    assert one.participant_token(a, b) != other.participant_token(a, b)
    assert one.participant_token(a, b).startswith(b)


def test_tokens_are_compared_whole() -> None:
    token = draw()
    assert same(token, token)
    assert not same(token, token[:-1])
    assert not same("é", token)
