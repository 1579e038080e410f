"""A phone's camera: a picture made small and blurred, and the QR codes that a real decoder finds in it."""

import base64

import numpy as np
import zxingcpp
from playwright.sync_api import Page

# Draws a picture as small and as blurred as a camera in the back row has it; grey values, row by row.
FROM_AFAR = """async ([bytes, wide, blur]) => {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))]));
  const canvas = new OffscreenCanvas(wide, Math.round((picture.height * wide) / picture.width));
  const draw = canvas.getContext("2d");
  draw.filter = `blur(${blur}px)`;
  draw.imageSmoothingQuality = "high";
  draw.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = draw.getImageData(0, 0, canvas.width, canvas.height);
  return [canvas.width, canvas.height, Array.from({ length: data.length / 4 }, (_, at) => data[4 * at + 1])];
}"""


def scanned(page: Page, picture: bytes, wide: int, blur: float) -> list[str]:
    """What is read from a PNG that a camera has `wide` pixels across, with so many pixels of blur."""
    width, height, grey = page.evaluate(FROM_AFAR, [base64.b64encode(picture).decode(), wide, blur])
    return [each.text for each in zxingcpp.read_barcodes(np.array(grey, np.uint8).reshape(height, width))]
