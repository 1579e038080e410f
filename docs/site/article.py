"""One page of the docs: Markdown in, an article of plain HTML out.

Nothing inline comes out of it (no style, no script, no raw HTML), so that it may be served as strictly as the screens.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

MADE: Final = re.compile(r"\A<!--.*?-->\s*", re.DOTALL)
MARKS: Final = re.compile(r"[`*_]|\]\([^)]*\)|\[")


class Heading(NamedTuple):
    """`words` are plain text; `anchor` is its name in a link."""

    level: int
    words: str
    anchor: str


class Article(NamedTuple):
    """`body` is HTML. The first heading is the title."""

    title: str
    headings: list[Heading]
    body: str


def article(text: str, lead: Callable[[str], str], lent: Sequence[str] = ()) -> Article:
    """Read a page. `lead` says where a link of the page leads on the site; `lent` are further names of its headings."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(MADE.sub("", text))
    headings = list(_name_headings(tokens))
    _lend_names(tokens, headings, lent)
    _leave_no_style(tokens)
    _let_scroll(tokens)
    for token in _all(tokens):
        for attribute in ("href", "src"):
            if attribute in token.attrs:
                token.attrSet(attribute, lead(str(token.attrs[attribute])))
    body = markdown.renderer.render(tokens, markdown.options, {})
    return Article(headings[0].words if headings else "", headings, body)


def anchor(words: str) -> str:
    """The name of a heading in a link, as code hosts make it too."""
    return re.sub(r"[^\w -]", "", words.lower()).strip().replace(" ", "-")


def _name_headings(tokens: Sequence[Token]) -> Iterator[Heading]:
    taken: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        said = tokens[at + 1].content
        name = anchor(said)
        times = taken[name] = taken.get(name, -1) + 1
        name = f"{name}-{times}" if times else name
        token.attrSet("id", name)
        yield Heading(int(token.tag[1]), MARKS.sub("", said), name)


def _lend_names(tokens: Sequence[Token], headings: Sequence[Heading], lent: Sequence[str]) -> None:
    """Only when the headings are as many: else nobody knows which is which."""
    if len(lent) != len(headings):
        return
    opened = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    for at, heading, name in zip(opened, headings, lent, strict=True):
        children = tokens[at + 1].children
        if name != heading.anchor and children is not None:
            children.insert(0, Token("html_inline", "", 0, content=f'<span id="{name}"></span>'))


def _leave_no_style(tokens: Sequence[Token]) -> None:
    """Columns are aligned by a style of their own, which our policy forbids; an empty head is no head."""
    for at, token in enumerate(tokens):
        token.attrs.pop("style", None)
        if token.type == "th_open" and not tokens[at + 1].content:
            token.tag = tokens[at + 2].tag = "td"


def _let_scroll(tokens: list[Token]) -> None:
    """What is wider than a phone scrolls by itself, also by keyboard."""
    for at in reversed(range(len(tokens))):
        kind = tokens[at].type
        if kind == "table_open":
            tokens.insert(at, Token("wide_open", "div", 1, {"class": "wide", "tabindex": "0"}, block=True))
        elif kind == "table_close":
            tokens.insert(at + 1, Token("wide_close", "div", -1, block=True))
        elif kind in ("fence", "code_block"):
            tokens[at].info = ""
            tokens.insert(at, Token("wide_open", "div", 1, {"class": "wide", "tabindex": "0"}, block=True))
            tokens.insert(at + 2, Token("wide_close", "div", -1, block=True))


def _all(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()
