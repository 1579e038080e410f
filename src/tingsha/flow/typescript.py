"""Writes the TypeScript types of the wire from the documents, so that screens and server cannot drift apart."""

import types
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

from tingsha.board.view import BoardPage, SuggestedPatterns
from tingsha.flow import answers as a
from tingsha.flow import documents as d
from tingsha.flow import host_documents as h
from tingsha.gathering.commands import SpotsAsked
from tingsha.introductions.view import Introduction
from tingsha.invitation.library import Library
from tingsha.invitation.view import Advice
from tingsha.pairs.few import LETTERS, ROUNDS
from tingsha.who_met_whom.view import Web

WIRE: tuple[type[msgspec.Struct], ...] = (
    a.Now, a.Problem, d.PublicCard, a.Joined, d.Opened, d.Common, d.StageCommon, h.HostCommon, d.Mine, h.HostMine,
    d.StageMine, h.PeoplePage, d.LookingPage, a.RosterMatches, a.Recognised, a.Forgotten, Library, Advice,
    a.Drawn, a.CrowdStands, SpotsAsked, Web, BoardPage, SuggestedPatterns, Introduction,
)  # fmt: skip
"""Everything that crosses the wire to a screen."""

HEAD = "// Generated from the server's documents; do not edit. The tests check that it is fresh.\n"


def typescript() -> str:
    """The whole of `screens/shared/wire.ts` as text."""
    found: dict[str, type[msgspec.Struct]] = {}
    for document in WIRE:
        _collect(document, found)
    return HEAD + "".join(_interface(struct) for struct in found.values())


def handful() -> str:
    """The whole of `screens/shared/scenes/few.ts` as text: whom an odd handful meets, for screens that are offline."""
    rounds = "".join(f'  {people}: "{words}",\n' for people, words in ROUNDS.items())
    letters = f'export const LETTERS = "{LETTERS}";\n'
    return f"{HEAD}\n{letters}\nexport const ROUNDS: Readonly<Record<number, string>> = {{\n{rounds}}};\n"


def _collect(annotation: Any, found: dict[str, type[msgspec.Struct]]) -> None:
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        if annotation.__name__ in found:
            return
        for base in _base(annotation):
            _collect(base, found)
        for each in fields(annotation):
            _collect(each.type, found)
        found[annotation.__name__] = annotation
        return
    for inner in get_args(annotation):
        if get_origin(annotation) is not Literal:
            _collect(inner, found)


def _base(struct: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
    return [base for base in struct.__bases__ if issubclass(base, msgspec.Struct) and fields(base)]


def _interface(struct: type[msgspec.Struct]) -> str:
    inherited = {each.name for base in _base(struct) for each in fields(base)}
    own = [each for each in fields(struct) if each.name not in inherited]
    lines = [f"{each.encode_name}{_mark(each)}: {_type(each.type)};" for each in own]
    name = " extends ".join([struct.__name__, *(base.__name__ for base in _base(struct))])
    short = f"export interface {name} {{ {' '.join(lines)} }}"
    if len(short) <= SHORT:
        return f"\n{short}\n"
    return f"\nexport interface {name} {{\n{''.join(f'  {line}{chr(10)}' for line in lines)}}}\n"


def _mark(each: FieldInfo) -> str:
    # A default is left out of the bytes (omit_defaults), so a screen may find the field missing.
    return "" if each.required else "?"


SHORT = 140
BRACKETS = {tuple: ("[", "]"), dict: ("Record<", ">")}
PLAIN = {int: "number", float: "number", str: "string", bool: "boolean", type(None): "null"}


def _type(annotation: Any) -> str:
    if annotation in PLAIN:
        return PLAIN[annotation]
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " | ".join(f'"{word}"' for word in inner)
    if origin in (Union, types.UnionType):
        return " | ".join(_type(each) for each in inner if each is not msgspec.UnsetType)
    if origin is list:
        element = _type(inner[0])
        return f"({element})[]" if " | " in element else f"{element}[]"
    if origin in BRACKETS:
        left, right = BRACKETS[origin]
        return left + ", ".join(map(_type, inner)) + right
    return str(annotation.__name__)
