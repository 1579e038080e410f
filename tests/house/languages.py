"""Whether one language's file says the same things as another's."""

import re
from collections.abc import Iterator
from typing import Any, cast

FORMS = re.compile(r"\d+|zero|one|two|few|many|other")
GAP = re.compile(r"\{(\w+)\}")


def complaints(shape: Any, other: Any, path: str = "") -> list[str]:
    """Where `other` lacks something, has too much, or fills its sentences with other gaps."""
    if _is_forms(shape):
        return _forms(shape, other, path)
    if type(shape) is not type(other):
        return [f"{path} is not the same kind of thing"]
    if isinstance(shape, dict):
        return _sections(cast("dict[str, Any]", shape), cast("dict[str, Any]", other), path)
    if isinstance(shape, list):
        return _lists(cast("list[Any]", shape), cast("list[Any]", other), path)
    return _sentence(gaps(shape), gaps(shape), other, path) + (
        [f"{path} is empty"] if shape and not other else []
    )


def texts(part: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text, with the way to it."""
    if isinstance(part, str):
        yield path, part
        return
    pairs = cast("dict[str, Any]", part).items() if isinstance(part, dict) else enumerate(part)
    for name, each in pairs:
        yield from texts(each, f"{path}.{name}".removeprefix("."))


def gaps(text: str) -> set[str]:
    return set(GAP.findall(text))


def _is_forms(part: Any) -> bool:
    return isinstance(part, dict) and all(FORMS.fullmatch(name) for name in cast("dict[str, Any]", part))


def _sections(shape: dict[str, Any], other: dict[str, Any], path: str) -> list[str]:
    odd = [f"{path}.{name} is missing" for name in shape if name not in other]
    odd += [f"{path}.{name} is too much" for name in other if name not in shape]
    for name in shape.keys() & other.keys():
        odd += complaints(shape[name], other[name], f"{path}.{name}".removeprefix("."))
    return odd


def _lists(shape: list[Any], other: list[Any], path: str) -> list[str]:
    if len(shape) != len(other):
        return [f"{path} has {len(other)} lines instead of {len(shape)}"]
    pairs = enumerate(zip(shape, other, strict=True))
    return [each for at, (one, two) in pairs for each in complaints(one, two, f"{path}.{at}")]


def _forms(shape: dict[str, str], other: Any, path: str) -> list[str]:
    """Every language has the forms that it needs, and always one for what is left; a form may leave the number out."""
    if not _is_forms(other) or "other" not in other:
        return [f"{path} needs a form for `other`"]
    must, may = gaps(shape["other"]), gaps(shape["other"]) | {"n"}
    odd = _sentence(must, must, other["other"], f"{path}.other")
    for name, text in cast("dict[str, str]", other).items():
        odd += _sentence(set(), may, text, f"{path}.{name}")
    return odd


def _sentence(must: set[str], may: set[str], text: str, path: str) -> list[str]:
    odd = [f"{path} lacks {{{gap}}}" for gap in must - gaps(text)]
    odd += [f"{path} has {{{gap}}} that nobody fills" for gap in gaps(text) - may]
    if re.search(r"[{}]", GAP.sub("", text)):
        odd.append(f"{path} has a brace that closes nothing")
    # One does not raise one's voice. The five sentences of Liquid Courage do, and stand elsewhere.
    if "!" in text:
        odd.append(f"{path} has an exclamation mark")
    return odd
