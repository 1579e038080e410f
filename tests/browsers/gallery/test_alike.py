"""Suggested patterns on the host's page, and a need that meets its offer on two phones."""

from pathlib import Path

import httpx
from playwright.sync_api import Browser, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import LARGE, NARROW, NIGHT, PAPER, Look, seen
from tests.browsers.gallery.walk import CROWD, Walk
from tests.browsers.test_alike import EN, NL, Words
from tests.kit.server import Server
from tests.kit.sharing import contribute

OWN = "p.kicker:has(+ .introductions)"
OF: dict[str, Words] = {"nl": NL, "en": EN}


@seen(PAPER, NIGHT, LARGE, NARROW)
def test_what_is_alike_is_without_fault(chromium: Browser, server: Server, folder: Path, look: Look) -> None:
    camera, words = Camera(folder, look.name), OF[look.language]
    walk = Walk(chromium, server, camera, look, board=True)
    try:
        walk.join_page()
        walk.come_in()
        walk.crowd()
        walk.begin()
        walk.tell("next")
        walk.wait_for(walk.phone, "together")
        walk.tell("introductions", on=True)
        share(walk, words)
        offer = contribute(server, walk.gathering, walk.tokens[CROWD[0]], words.offer, "offer")
        for name, insight in zip(CROWD[1:4], words.alike, strict=True):
            contribute(server, walk.gathering, walk.tokens[name], insight)
        expect(walk.phone.locator("ul.introductions")).to_be_visible(timeout=20_000)
        walk.bring(OWN)
        walk.see("introductions", "phone")
        patterns(walk)
        meet(walk, server, offer, words)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def share(walk: Walk, words: Words) -> None:
    board = walk.phone.locator("section.board")
    board.locator(".choices button").nth(1).click()
    board.locator("textarea").fill(words.need)
    board.locator("button.main").click()
    board.locator(".choices button").nth(1).click()
    expect(board.locator("[role=status]")).not_to_be_empty()


def patterns(walk: Walk) -> None:
    alike = walk.host.locator("section.alike")
    alike.locator("button").first.click()
    expect(alike.locator("ol > li")).to_have_count(1)
    alike.locator("summary").click()
    walk.bring("section.alike", page=walk.host)
    walk.see("board-alike", "host")


def meet(walk: Walk, server: Server, offer: str, words: Words) -> None:
    own = walk.phone.locator("ul.introductions")
    own.locator("button.wide").click()
    own.locator("input").nth(1).fill("noor@example.org")
    walk.bring(OWN)
    walk.see("introductions-card", "phone")
    own.locator("button.main").click()
    expect(own.get_by_text(words.waiting)).to_be_visible(timeout=20_000)
    walk.bring(OWN)
    walk.see("introductions-waiting", "phone")
    board = f"{server.url}/api/boards/{walk.gathering['id']}"
    told = httpx.post(f"{board}/introductions", json={"secret": offer}, timeout=10).json()
    to = {"secret": offer, "contribution": told[0]["contribution"]}
    card = {"name": "Daan", "phone": "06 12345678", "link": "https://daan.example.org"}
    assert httpx.post(board, json={"type": "say-yes", **to}, timeout=10).status_code == 200
    assert httpx.post(board, json={"type": "give-card", "card": card, **to}, timeout=10).status_code == 200
    expect(own.get_by_text("06 12345678")).to_be_visible(timeout=40_000)
    walk.bring(OWN)
    walk.see("introductions-given", "phone")
