"""The eight shapes of the beacons, small and blurred as from across a hall: no two look alike."""

import re
from itertools import combinations
from pathlib import Path

from playwright.sync_api import Browser

DRAWN = Path(__file__).parents[2] / "screens" / "shared" / "beacon.tsx"
FROM_ACROSS = """(paths) => paths.map((path) => {
  const canvas = new OffscreenCanvas(24, 24);
  const draw = canvas.getContext("2d");
  draw.filter = "blur(1.5px)";
  draw.scale(0.24, 0.24);
  draw.fill(new Path2D(path));
  const { data } = draw.getImageData(0, 0, 24, 24);
  return Array.from({ length: 576 }, (_, at) => data[4 * at + 3] / 255);
})"""
LEAST = 0.2
"""The least part of what two shapes cover together that they do not share."""


def test_no_two_shapes_look_alike_from_across_a_hall(chromium: Browser) -> None:
    paths = dict(re.findall(r'(\w+): "(M[^"]+)"', DRAWN.read_text(encoding="utf-8")))
    page = chromium.new_page()
    seen = dict(zip(paths, page.evaluate(FROM_ACROSS, list(paths.values())), strict=True))
    page.close()
    assert len(seen) == 8
    apart = {
        (one, other): sum(abs(a - b) for a, b in zip(seen[one], seen[other], strict=True))
        / sum(max(a, b) for a, b in zip(seen[one], seen[other], strict=True))
        for one, other in combinations(seen, 2)
    }
    least = min(apart, key=lambda pair: apart[pair])
    assert apart[least] >= LEAST, (least, apart[least])
