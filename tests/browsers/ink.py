"""Whether somebody has drawn."""

from playwright.sync_api import Page

from tests.browsers.room import until

INKED = """() => {
  const sheets = [...document.querySelectorAll(".weave canvas")];
  return sheets.length === 2 && sheets.every((each) => {
    // They may be drawn by a worker, so what they show is read from a copy.
    const [wide, high] = [each.clientWidth, each.clientHeight];
    const copy = new OffscreenCanvas(wide, high).getContext("2d");
    copy.drawImage(each, 0, 0, wide, high);
    return copy.getImageData(0, 0, wide, high).data.some((value) => value > 0);
  });
}"""


def until_inked(page: Page) -> None:
    """Waits until there are lines and points of who met whom."""
    until(page, INKED)
