"""Any event that the wire format can hold, with numbers that fit and numbers that never could."""

from typing import Any, Final

import msgspec
from hypothesis import strategies as st

from tests.kit.crowd import OPENED_AT
from tingsha.flow.wire import EVENTS
from tingsha.words import Event

WILD: Final = [-1, -(2**31), 2**15, 2**31, 2**40, 2**63, 2**64, 10**30]
NUMBERS: Final = st.integers(-1, 9) | st.sampled_from(WILD)
TIMES: Final = st.integers(OPENED_AT, OPENED_AT + 1_500_000) | NUMBERS
WORDS: Final = st.sampled_from(["", "p0", "p1", "p9", "x", "late", "1-1", "nl"])
NEAR: Final = frozenset({"base", "at", "until"})


SIMPLE: Final[dict[type, st.SearchStrategy[Any]]] = {
    msgspec.inspect.IntType: NUMBERS,
    msgspec.inspect.StrType: WORDS,
    msgspec.inspect.BoolType: st.booleans(),
    msgspec.inspect.NoneType: st.none(),
}


def _strategy(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type, as msgspec sees it."""
    if type(kind) in SIMPLE:
        return SIMPLE[type(kind)]
    if isinstance(kind, msgspec.inspect.LiteralType):
        return st.sampled_from(kind.values)
    if isinstance(kind, msgspec.inspect.UnionType):
        return st.one_of(*map(_strategy, kind.types))
    if isinstance(kind, msgspec.inspect.ListType):
        return st.lists(_strategy(kind.item_type), max_size=4)
    assert isinstance(kind, msgspec.inspect.StructType), kind
    return _struct(kind.cls)


def _struct(cls: type) -> st.SearchStrategy[Any]:
    shape = msgspec.inspect.type_info(cls)
    assert isinstance(shape, msgspec.inspect.StructType)
    fields = {it.name: TIMES if it.name in NEAR else _strategy(it.type) for it in shape.fields}
    return st.builds(cls, **fields)


ANY_EVENT: Final[st.SearchStrategy[Event]] = st.sampled_from(EVENTS).flatmap(_struct)
"""Built when first drawn from."""
