"""The colours of the screens, as their one stylesheet has them."""

import re
from pathlib import Path

SCREENS = Path(__file__).parents[2] / "screens"
LOOK = SCREENS / "shared" / "look.css"
RAW = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(")
BLOCKS = {
    "paper": r'\[data-ground="day"\] \{(.*?)\}',
    "night": r'^\[data-ground="night"\] \{(.*?)\}',
    "talk": r'\[data-scene="talk"\] \{(.*?)\}',
    "dark paper": r'  \[data-ground="paper"\] \{(.*?)\}',
}


def grounds() -> dict[str, dict[str, str]]:
    """The tokens that each ground ends up with, as `#rrggbb`."""
    text = LOOK.read_text(encoding="utf-8")
    everywhere = _tokens(re.search(r"^:root \{(.*?)\}", text, re.S | re.M))
    found: dict[str, dict[str, str]] = {}
    for name, pattern in BLOCKS.items():
        own = _tokens(re.search(pattern, text, re.S | re.M))
        below = found["night"] if name == "talk" else everywhere
        found[name] = {key: _plain(value, everywhere) for key, value in (below | own).items()}
    return found


def _tokens(block: re.Match[str] | None) -> dict[str, str]:
    assert block is not None
    return dict(re.findall(r"--([\w-]+): ([^;]+);", block[1]))


def _plain(value: str, everywhere: dict[str, str]) -> str:
    name = re.fullmatch(r"var\(--([\w-]+)\)", value)
    return everywhere[name[1]] if name else value


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
