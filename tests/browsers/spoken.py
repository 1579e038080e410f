"""What a screen reader gets: the page as Chromium's accessibility tree has it, and everything that is said unasked."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

LISTEN = """
window.told = [];
const LIVE = "[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]";
const known = new WeakMap();
const place = () => [
  document.documentElement.dataset.scene ?? "", document.querySelector("main")?.className ?? "",
  document.querySelector("h1")?.textContent ?? "",
].join("|");
const listen = () => {
  for (const region of document.querySelectorAll(LIVE)) {
    if (region.closest("[aria-live=off], [hidden]")) continue;
    const text = region.textContent.replace(/\\\\s+/g, " ").trim();
    if (known.get(region) === text) continue;
    // A region that is new to the page says nothing yet; what changes in it later does. An alert speaks at once.
    const speaks = known.has(region) || region.getAttribute("role") === "alert";
    known.set(region, text);
    if (speaks && text) window.told.push({ at: Date.now(), place: place(), text });
  }
};
const all = { childList: true, subtree: true, characterData: true, attributes: true };
new MutationObserver(listen).observe(document, all);
"""


@dataclass(frozen=True)
class Node:
    """One thing in the tree, as it is read out."""

    role: str
    name: str


def told(page: Page) -> list[dict[str, Any]]:
    """Everything that was said unasked: when, in which scene, and what."""
    return page.evaluate("window.told")


def tree(page: Page) -> list[Node]:
    """What can be read, in the order of reading."""
    wire = page.context.new_cdp_session(page)
    try:
        nodes: list[dict[str, Any]] = wire.send("Accessibility.getFullAXTree")["nodes"]
    finally:
        wire.detach()
    shown = (node for node in nodes if not node.get("ignored"))
    return [Node(_value(node, "role"), _value(node, "name")) for node in shown]


def _value(node: dict[str, Any], field: str) -> str:
    return str(node.get(field, {}).get("value", ""))


def nameless(nodes: list[Node]) -> list[Node]:
    """Things to use or to look at that say nothing about themselves."""
    must = {
        "button",
        "link",
        "textbox",
        "combobox",
        "radio",
        "checkbox",
        "image",
        "dialog",
        "heading",
        "spinbutton",
    }
    return [node for node in nodes if node.role in must and not node.name.strip()]


def names(nodes: list[Node], role: str) -> list[str]:
    return [node.name for node in nodes if node.role == role]
