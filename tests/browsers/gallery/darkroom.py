"""Develops pictures for keeping: half as large, as WebP, and a contact sheet of what there is."""

import base64
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page

SCALE = 0.5
QUALITY = 0.72
DEVELOP = """async ([png, scale, quality]) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  const draw = canvas.getContext("2d");
  draw.imageSmoothingQuality = "high";
  draw.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality })).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}"""
SHEET_PX = 1800
SHEET = """<!doctype html><style>
  body { margin: 24px; background: #cfc7b8; font: 11px system-ui; color: #1b242d }
  h2 { margin: 18px 0 8px; font: 500 20px Georgia, serif }
  div { display: flex; flex-wrap: wrap; gap: 10px; align-items: start }
  figure { margin: 0 } img { display: block; height: 190px; border-radius: 6px }
</style>"""
SHOWN = {
    "phone": "nl",
    "stage": "nl",
    "host": "nl",
    "open": "en-dark",
    "pocket": "en-dark",
    "card": "nl",
    "docs": "nl",
}
"""Which look of each screen stands on the sheet."""


def develop(browser: Browser, negatives: Path, kept: Path) -> None:
    """All pictures under `negatives`, small, under `kept`; and `kept/contact-sheet.webp`."""
    page = browser.new_page(viewport={"width": SHEET_PX, "height": 900})
    for negative in sorted(negatives.rglob("*.png")):
        path = kept / negative.relative_to(negatives).with_suffix(".webp")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_small(page, negative.read_bytes(), SCALE))
    page.set_content(SHEET + "".join(_strip(kept, screen, look) for screen, look in SHOWN.items()))
    page.wait_for_function("[...document.images].every((each) => each.complete)")
    (kept / "contact-sheet.webp").write_bytes(_small(page, page.screenshot(full_page=True), 1.0))
    page.close()


def _small(page: Page, png: bytes, scale: float) -> bytes:
    return base64.b64decode(page.evaluate(DEVELOP, [base64.b64encode(png).decode(), scale, QUALITY]))


def _strip(kept: Path, screen: str, look: str) -> str:
    figures = (
        f'<figure><img src="data:image/webp;base64,{base64.b64encode(path.read_bytes()).decode()}">'
        f"<figcaption>{escape(path.name.split('.')[0])}</figcaption></figure>"
        for path in sorted((kept / screen).glob(f"*.{look}.webp"))
    )
    return f"<h2>{escape(screen)}</h2><div>{''.join(figures)}</div>"
