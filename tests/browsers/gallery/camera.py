"""Takes a picture of a page in a state, and examines it: does axe find fault, does anything stick out sideways?"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[3] / "screens" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
EXAMINE = """async (tags) => {
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  // What lies half under a bar that stays at the edge comes free by scrolling.
  const half = (node) => node.any.some((check) => check.message?.includes("partially obscured"));
  const told = (node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`;
  return violations
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !half(node)) }))
    .filter(({ nodes }) => nodes.length)
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(told).join("; ")}`);
}"""
SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll("body *")].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width > 0 && (box.right > room + 1 || box.left < -1) && getComputedStyle(each).position !== "fixed";
  });
  const whole = [document.documentElement, ...document.querySelectorAll("dialog[open]")];
  return whole.some((each) => each.scrollWidth > each.clientWidth + 1)
    ? wide.slice(0, 3).map((each) => each.tagName + "." + each.className) : [];
}"""
SMALL = """(least) => [...document.querySelectorAll("button, a.button, input:not([type=hidden]), select, summary")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((each) => {
    const box = (each.closest("label") ?? each).getBoundingClientRect();
    return box.width > 1 && (box.height < least - 0.5 || box.width < least - 0.5);
  })
  .map((each) => `${each.tagName} ${(each.innerText || each.name || each.type).slice(0, 30)}`)"""
READY = """() => document.fonts.status === 'loaded'
  && [...document.images].every((each) => (each.complete && each.hasAttribute('src')) || !each.checkVisibility())"""
DIM = "() => document.body.dataset.cue !== 'soon' && delete document.body.dataset.cue"
TOUCH_PX = 48


@dataclass
class Camera:
    """`look` names language, width and theme in the picture's file name, as `nl` or `en-dark`."""

    folder: Path
    look: str
    taken: list[Path] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def take(self, page: Page, screen: str, state: str, *, touched: bool = False) -> None:
        """The picture lies in `folder/screen/state.look.png`. `touched`: fingers must find every button."""
        page.wait_for_function(READY)
        page.evaluate(DIM)  # the light of a bell comes and goes: no state to keep
        path = self.folder / screen / f"{state}.{self.look}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path, animations="disabled", caret="hide")
        self.taken.append(path)
        where = f"{screen} {state} {self.look}"
        self.faults += [f"{where}: {fault}" for fault in examined(page, touched=touched)]


def examined(page: Page, *, touched: bool = False) -> list[str]:
    """Everything that axe, a ruler and a finger find wrong with a page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[Any] = page.evaluate(EXAMINE, list(RULES))
    found += [f"sticks out: {each}" for each in page.evaluate(SIDEWAYS)]
    if touched:
        found += [f"too small to touch: {each}" for each in page.evaluate(SMALL, TOUCH_PX)]
    return [str(each) for each in found]
