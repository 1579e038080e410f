"""Who met whom on the stage, in several looks, with a few names whose owners want that."""

from pathlib import Path

import httpx
from playwright.sync_api import Browser, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import LARGE, NIGHT, PAPER, Look, seen
from tests.browsers.gallery.walk import Walk
from tests.browsers.ink import until_inked
from tests.kit.server import Server, fresh_id

QUICK = {"rounds": 3, "turn_s": 1, "think_s": 0, "find_s": 1, "swap_s": 1, "breathe_s": 1, "debrief_s": 240}
NAMED = ("Noor", "Daan", "Şükran van der Meulen-Öztürk")


@seen(PAPER, NIGHT, LARGE)
def test_who_met_whom_is_without_fault(chromium: Browser, server: Server, folder: Path, look: Look) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, look, rehearsal=True, plan=QUICK)
    try:
        weave(walk)
        expect(walk.stage.locator(".figures li")).to_have_count(4)
        until_inked(walk.stage)
        camera.take(walk.stage, "stage", "web")
        walk.by_day("web")
        walk.tell("close")
        expect(walk.stage.locator(".figures li").first).to_be_visible()
        walk.tell("web", on=False)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def weave(walk: Walk) -> None:
    walk.join_page()
    walk.come_in(NAMED[0])
    people = [arrive(walk, name, place) for place, name in enumerate((*NAMED[1:], *map(str, range(37))), 1)]
    walk.begin()
    expect(walk.stage.locator(".steps")).to_be_visible(timeout=40_000)
    walk.see("debrief", "stage")
    for token in people[: len(NAMED) - 1]:
        say(walk, token, "show-my-name", show=True)
    walk.host.locator("section[aria-labelledby=web] button").click()
    name = walk.phone.locator(".in-the-web button").first
    name.click()
    expect(name).to_have_attribute("aria-pressed", "true")
    walk.phone.locator(".in-the-web button").nth(1).click()
    walk.see("in-the-web", "phone")
    hear(walk)
    walk.see("heard", "host")


def hear(walk: Walk) -> None:
    for place, words in enumerate(walk.patterns):
        walk.host.locator(".heard input").nth(place).fill(words)
    walk.host.locator(".heard button").click()
    expect(walk.host.locator(".heard [role=status]")).not_to_be_empty()


def arrive(walk: Walk, name: str, place: int) -> str:
    url = f"{walk.server.url}/api/gatherings/{walk.gathering['id']}/participants"
    group = walk.groups[place % len(walk.groups)]
    return httpx.post(url, json={"id": fresh_id(), "name": name, "group": group}, timeout=10).json()["token"]


def say(walk: Walk, token: str, command: str, **fields: object) -> None:
    url = f"{walk.server.url}/api/gatherings/{walk.gathering['id']}/commands"
    by = {"Authorization": f"Bearer {token}"}
    answer = httpx.post(url, json={"id": fresh_id(), "type": command, **fields}, headers=by, timeout=10)
    assert answer.status_code == 200, answer.text
