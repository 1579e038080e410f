"""Reads a page for words in a language that it does not speak."""

import re
from collections.abc import Iterable

from playwright.sync_api import Page

SHOWN = """() => {
  const said = [];
  const tree = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = tree.currentNode; node; node = tree.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!element || element.closest("script, style, [lang]:not(html)")) continue;
    if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
    else for (const name of ["aria-label", "placeholder", "alt", "title"]) said.push(element.getAttribute(name) ?? "");
  }
  return said.map((each) => each.trim()).filter(Boolean);
}"""
WORD = re.compile(r"[A-Za-z]{2,}")


def foreign(page: Page, known: Iterable[str]) -> list[str]:
    """Words without an accent that are none of the `known` ones: nobody has translated them."""
    own = {word.casefold() for text in known for word in WORD.findall(text)}
    said: list[str] = page.evaluate(SHOWN)
    return sorted({word for text in said for word in WORD.findall(text) if word.casefold() not in own})
