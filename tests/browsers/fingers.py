"""Hands that have nothing but a keyboard."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 90
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  // What lies unseen over its own label shows the focus on the label.
  const seen = at.matches(".unseen, input[type=radio], input[type=checkbox]") ? (at.closest("label") ?? at) : at;
  const lit = [at, seen, ...seen.querySelectorAll("*")].some((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const box = seen.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { lit, inside, what: `${at.tagName} ${(at.innerText || at.name || at.id || "").slice(0, 40)}` };
}"""


class Keyboard:
    """Somebody at a page with a keyboard; notes every stop whose focus they could not see."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.unseen: list[str] = []

    def reach(self, wanted: Locator) -> None:
        """Go on with the tab key until this has the focus."""
        expect(wanted).to_be_visible()
        for _ in range(MOST_STOPS):
            if wanted.evaluate("(each) => each === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
            self._look()
        raise AssertionError(f"not to be reached by keyboard: {wanted}")

    def press(self, wanted: Locator, key: str = "Enter") -> None:
        self.reach(wanted)
        self.page.keyboard.press(key)

    def type(self, wanted: Locator, text: str) -> None:
        self.reach(wanted)
        self.page.keyboard.type(text)

    def _look(self) -> None:
        found: dict[str, Any] | None = self.page.evaluate(FOCUSED)
        if found is None:
            return
        if not found["lit"]:
            self.unseen.append(f"no mark: {found['what']}")
        if not found["inside"]:
            self.unseen.append(f"out of sight: {found['what']}")
