"""Reads what was printed, as eyes and cameras would: the text of a PDF, the codes on its pictures."""

import struct
import zlib
from io import BytesIO

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pypdf import PdfReader

from tingsha.paper.signs import unprintable

RARE = "\U00012000\U000103a0\U00013000\U00010380\U00016f00\U0001e900"
"""Signs of peoples long gone, or few: hardly a machine has a font for all of these."""

SELDOM_DRAWN = "\U0001d800\U0001faea\U00010190\U0001d245\U0001f1e6"
"""Pictures of the same kind: for writing gestures, a new face, a Roman sign, an ancient note, half a flag."""


def in_no_font() -> str:
    """A sign that no font of this machine has."""
    return next(sign for sign in RARE if unprintable([sign]))


def no_picture() -> str:
    """A picture that no font of this machine has."""
    return next(sign for sign in SELDOM_DRAWN if unprintable([sign]))


def pages(pdf: bytes) -> list[str]:
    """The text of every page, spaces and line ends as one space."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def sheets_of(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def codes(png: bytes) -> list[str]:
    """Every QR code on a picture, in no order."""
    return [each.text for each in zxingcpp.read_barcodes(grey(png))]


def grey(png: bytes) -> NDArray[np.uint8]:
    """A PNG of eight bits a channel, as typst makes them."""
    width, height, channels, body = 0, 0, 4, b""
    at = 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        data = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, _, colours = struct.unpack(">IIBB", data[:10])
            channels = {2: 3, 6: 4}[colours]
        elif kind == b"IDAT":
            body += data
        at += 12 + length
    rows = np.frombuffer(zlib.decompress(body), np.uint8).reshape(height, 1 + width * channels)
    picture = np.zeros((height, width * channels), np.int64)
    above = np.zeros(width * channels, np.int64)
    for y, row in enumerate(rows):
        above = picture[y] = _unfiltered(int(row[0]), row[1:].astype(np.int64), above, channels)
    return picture.reshape(height, width, channels)[:, :, 1].astype(np.uint8)


def _unfiltered(how: int, row: NDArray[np.int64], above: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    if how == 0:
        return row
    if how == 2:
        return (row + above) % 256
    made = np.zeros_like(row)
    for at in range(0, len(row), step):
        left = made[at - step : at] if at else np.zeros(step, np.int64)
        corner = above[at - step : at] if at else np.zeros(step, np.int64)
        up = above[at : at + step]
        made[at : at + step] = (row[at : at + step] + _guess(how, left, up, corner)) % 256
    return made


def _guess(
    how: int, left: NDArray[np.int64], up: NDArray[np.int64], corner: NDArray[np.int64]
) -> NDArray[np.int64]:
    if how == 1:
        return left
    if how == 3:
        return (left + up) // 2
    guess = left + up - corner
    far = np.stack([abs(guess - left), abs(guess - up), abs(guess - corner)])
    return np.choose(far.argmin(0), [left, up, corner])
