"""Writes the reference from the code: `.venv/bin/python docs/reference/make.py`.

With the word `check` it writes nothing, and names every file that is not as the code would have it.
"""

import argparse
import ast
import inspect
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo

from tingsha import cli, settings
from tingsha.flow import wire
from tingsha.flow.report import Report
from tingsha.flow.typescript import handful, typescript
from tingsha.journal.memory import MemoryJournal
from tingsha.languages import words
from tingsha.live import forms
from tingsha.live.addresses import Site
from tingsha.live.clock import server_clock
from tingsha.live.doorway import Doorway
from tingsha.live.house import House
from tingsha.live.limits import Limits
from tingsha.live.problems import EVERY
from tingsha.live.routes import routes
from tingsha.words import Command, Event, Role, Steering

ROOT: Final = Path(__file__).resolve().parents[2]
HEAD: Final = "<!-- Generated from the code by docs/reference/make.py; do not edit. -->\n\n"
WHO: Final = {
    Role.OPENER: "whoever opens",
    Role.NEWCOMER: "a newcomer",
    Role.PARTICIPANT: "a participant",
    Role.HOST: "the host",
    Role.TICKET: "whoever has a ticket",
    Role.KEEPER: "the server itself",
}
WAYS: Final = {
    "open": "`POST /api/gatherings`",
    "arrive": "`POST /api/gatherings/{id}/participants`",
    "place-roster": "`PUT /api/gatherings/{id}/roster`",
}
BY_TICKET: Final = "`POST /api/boards/{id}`, without a token or cookie"
BY_POST: Final = "`POST /api/gatherings/{id}/commands`"
PLAIN: Final = {int: "number", float: "number", str: "text", bool: "yes or no", NoneType: "nothing"}
OF_EVERY_COMMAND: Final = {"id", "base", "as"}


def pages() -> dict[str, str]:
    """Every generated file: its path from the root of the project, and what belongs in it."""
    return {
        "docs/reference/commands.md": commands(),
        "docs/reference/events.md": events(),
        "docs/reference/settings.md": settings_page(),
        "docs/reference/cli.md": verbs(),
        "docs/reference/problems.md": problems(),
        "docs/reference/openapi.json": openapi(),
        "docs/reference/report.schema.json": report_schema(),
        "screens/shared/wire.ts": typescript(),
        "screens/shared/scenes/few.ts": handful(),
    }


def every_command() -> list[type[Command]]:
    """The commands of the rooms, then the two that only the doors know."""
    return [*wire.COMMANDS, *forms.AT_THE_DOOR]


def commands() -> str:
    intro = (
        "# Commands\n\n"
        "What may be asked, by whom, and with which fields. Every command also takes `id` (made by the client, at\n"
        "random: the same id again gets the same answer), `base` (the `control` version the asker was looking at;\n"
        "a command that steers, given on another base, is refused as `stale`) and `as` (`host` or `participant`, for\n"
        "whoever is both). A command steers when it changes the timeline, the pairing or the host's settings. Who\n"
        "somebody is comes from their token, never from the command.\n"
    )
    return HEAD + intro + "".join(_command(each) for each in every_command())


def _command(command: type[Command]) -> str:
    name = tag(command)
    who = " or ".join(text for role, text in WHO.items() if role in command.may)
    steers = " It steers." if command.steers else ""
    own = [each for each in msgspec.structs.fields(command) if each.encode_name not in OF_EVERY_COMMAND]
    return _entry(name, _meaning(command), f"By {who}{_way(command, name)}.{steers}", own)


def _entry(name: str, meaning: str, line: str, fields: Iterable[FieldInfo]) -> str:
    paragraphs = "\n\n".join(filter(None, [f"## `{name}`", meaning, line]))
    return "\n" + "\n".join([paragraphs, *_fields(fields)]) + "\n"


def _way(command: type[Command], name: str) -> str:
    if command.may == {Role.KEEPER}:
        return "; never over the wire"
    if command.may == {Role.TICKET}:
        return ", by " + BY_TICKET
    return ", by " + WAYS.get(name, BY_POST)


def events() -> str:
    intro = (
        "# Events\n\n"
        "What the log holds. Events carry ids and numbers, never a name or a text: those lie in the vault. A person\n"
        "is their number in order of arrival, a time is in milliseconds since the epoch on the server's clock. A\n"
        "steering event has the `base` it was decided on, and the fold ignores it when that has passed.\n"
    )
    return HEAD + intro + "".join(_event(each) for each in wire.EVENTS)


def _event(event: type[Event]) -> str:
    room = event.__module__.split(".")[1]
    kind = "steering" if issubclass(event, Steering) else "plain"
    line = f"`{event.__name__}` of `{room}`; {kind}."
    return _entry(tag(event), _meaning(event), line, msgspec.structs.fields(event))


def tag(struct: type[msgspec.Struct]) -> str:
    """The name under which a command or event goes over the wire or into the log."""
    return str(struct.__struct_config__.tag)


def _meaning(thing: type) -> str:
    return _line(thing.__doc__ or "")


def _line(text: str) -> str:
    return " ".join(inspect.cleandoc(text).split())


def _fields(fields: Iterable[FieldInfo]) -> list[str]:
    rows = [f"| `{each.encode_name}` | {_type(each.type)} | {_default(each)} |" for each in fields]
    return ["", "| field | is | if left out |", "|---|---|---|", *rows] if rows else []


def _default(field: FieldInfo) -> str:
    if field.required:
        return "required"
    default = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()  # type: ignore[operator]
    return f"`{msgspec.json.encode(default).decode()}`"


def _type(annotation: Any) -> str:
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if annotation in PLAIN:
        return PLAIN[annotation]
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in inner)
    if origin in (Union, UnionType):
        return " or ".join(_type(each) for each in inner)
    if origin is list:
        return f"list of {_type(inner[0])}"
    if origin is dict:
        return f"texts by name ({_type(inner[1])})"
    return _inside(annotation)


def _inside(struct: type[msgspec.Struct]) -> str:
    inner = (f"{each.encode_name}: {_type(each.type)}" for each in msgspec.structs.fields(struct))
    return "{" + ", ".join(inner) + "}"


def settings_page() -> str:
    """From the class itself: a setting's explanation is the string that stands under it."""
    rows = [
        f"| `TINGSHA_{name.upper()}` | {_flag(name)} | {_line(said)} | {_written(default)} |"
        for name, default, said in every_setting()
    ]
    intro = (
        "# Settings\n\n"
        "A flag of `tingsha serve` wins over its variable; what is in neither has its default. Nothing else is read\n"
        "from the environment.\n\n"
        "| variable | flag | is | if left out |\n|---|---|---|---|\n"
    )
    return HEAD + intro + "\n".join(rows) + "\n"


def every_setting() -> list[tuple[str, Any, str]]:
    """Name, default and explanation of each setting."""
    body = ast.parse(inspect.getsource(settings.Settings)).body[0]
    assert isinstance(body, ast.ClassDef)
    said = {
        line.target.id: text.value.value
        for line, text in zip(body.body, body.body[1:], strict=False)
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
        and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
    }  # fmt: skip
    defaults = settings.Settings()
    return [(name, getattr(defaults, name), str(said.get(name, ""))) for name in settings.Settings.__slots__]


def _flag(name: str) -> str:
    flags = {flag for _, actions in every_verb() for action in actions for flag in action.option_strings}
    flag = "--" + name.replace("_", "-")
    return f"`{flag}`" if flag in flags else ""


def _written(default: Any) -> str:
    text = default.as_posix() if isinstance(default, Path) else str(default)
    return "empty" if default in ("", ()) else f"`{text}`"


def verbs() -> str:
    intro = "# The command `tingsha`\n\nAlso by way of `./run`: further words go to `tingsha`.\n"
    return HEAD + intro + "".join(_verb(parser, actions) for parser, actions in every_verb())


def every_verb() -> list[tuple[argparse.ArgumentParser, list[argparse.Action]]]:
    """The whole command and each verb of it, with what they take."""
    whole = cli.parser()
    found = [(whole, _actions(whole))]
    for action in _actions(whole):
        if isinstance(action.choices, dict):
            found += [(each, _actions(each)) for each in action.choices.values()]
    return found


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return vars(parser)["_actions"]


def _verb(parser: argparse.ArgumentParser, actions: list[argparse.Action]) -> str:
    rows = [_action(each) for each in actions if each.dest != "help" and not isinstance(each.choices, dict)]
    table = ["", "| word | does |", "|---|---|", *rows] if rows else []
    return "\n".join([f"\n## `{parser.prog}`\n", _line(parser.description or ""), *table]) + "\n"


def _action(action: argparse.Action) -> str:
    word = ", ".join(action.option_strings) or action.dest
    choices = " or ".join(str(each) for each in action.choices or ())
    metavar = (action.metavar or choices) if action.option_strings and action.nargs != 0 else None
    said = (action.help or "").replace("%(default)s", str(action.default)).replace("%%", "%")
    if action.option_strings == ["--version"]:
        said = "tell the version and stop"
    shown = f"{word} {metavar}" if metavar else word
    return f"| `{shown}` | {_line(said)} |"


def problems() -> str:
    intro = (
        "# Problems\n\n"
        "Every no goes out as `application/problem+json` with `code`, `title` and `detail`; `detail` is the sentence\n"
        "for the person, in their language. Codes stay as they are; sentences may be improved. `{…}` is filled in.\n\n"
        "| code | status | nl | en |\n|---|---|---|---|\n"
    )
    dutch, english = words("nl").problems, words("en").problems
    rows = [
        f"| `{code}` | {status} | {dutch[code]} | {english[code]} |" for code, status in sorted(EVERY.items())
    ]
    return HEAD + intro + "\n".join(rows) + "\n"


def openapi() -> str:
    """The schema that a running server gives at /schema, without a server."""
    nowhere = Site("http://localhost")
    clock = server_clock()
    house = House(MemoryJournal(), nowhere, clock, capacity=1)
    doorway = Doorway(settings.Settings(), house, Limits(1, lambda: 0.0))
    schema = routes(doorway).openapi_schema.to_schema()
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True, default=str) + "\n"


def report_schema() -> str:
    """What the host's report looks like as JSON, for whoever reads it by program."""
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "The host's report"}
    return json.dumps(named | msgspec.json.schema(Report), indent=1, ensure_ascii=False) + "\n"


def stale(root: Path = ROOT) -> list[str]:
    """The generated files under `root` that are not what the code says."""
    return [path for path, text in pages().items() if read(root / path) != text]


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def main(words: list[str]) -> int:
    old, made = stale(), pages()
    if words == ["check"]:
        sys.stderr.write("".join(f"not fresh: {path}\n" for path in old))
        return 1 if old else 0
    for path in old:
        (ROOT / path).write_text(made[path], encoding="utf-8")
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
