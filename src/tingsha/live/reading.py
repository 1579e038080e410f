"""Reads a request's JSON straight into the type that its handler asks for, strictly: a number in quotes is none."""

from functools import cache
from typing import Any

import msgspec
from litestar import Request


class Exact(Request[Any, Any, Any]):
    """A request whose JSON is understood in one go. The framework alone would read it loosely, and twice."""

    async def json(self) -> Any:
        field = self.route_handler.parsed_data_field
        return _decoder(Any if field is None else field.annotation).decode(await self.body())


@cache
def _decoder(kind: Any) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(kind)
