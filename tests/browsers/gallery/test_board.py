"""The board: writing, choosing for whom, what one shared and what others did, on the stage when the host says so."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import LARGE, NARROW, NIGHT, PAPER, Look, seen
from tests.browsers.gallery.walk import CROWD, Walk
from tests.kit.server import Server
from tests.kit.sharing import contribute

WORDS = {
    "nl": (
        ("insight", "Bijna iedereen houdt eigen lijstjes bij omdat het systeem te traag is."),
        ("need", "Wie weet hoe je een overleg van een uur in twintig minuten doet?"),
        ("offer", "Meedenken over roosters; dat deed ik tien jaar."),
        ("insight", "Nieuwe collega's vragen alles aan dezelfde drie mensen."),
        ("offer", "Een middag meelopen, wanneer je maar wilt."),
        ("need", "Ruimte om iets te proberen zonder dat het meteen een project heet."),
    ),
    "en": (
        ("insight", "Nearly everybody keeps lists of their own because the system is too slow."),
        ("need", "Who knows how to do an hour's meeting in twenty minutes?"),
        ("offer", "Thinking along about rosters; I did that for ten years."),
        ("insight", "New colleagues ask the same three people everything."),
        ("offer", "An afternoon beside me at work, whenever you like."),
        ("need", "Room to try something without it being called a project at once."),
    ),
}


@seen(PAPER, NIGHT, LARGE, NARROW)
def test_the_board_is_without_fault(chromium: Browser, server: Server, folder: Path, look: Look) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, look, board=False)
    try:
        walk.join_page()
        walk.come_in()
        walk.crowd()
        walk.host.locator("section[aria-labelledby=board] input").check()
        walk.see("lobby-board", "host")
        walk.begin()
        walk.tell("next")
        walk.wait_for(walk.phone, "together")
        write(walk)
        for place, said in enumerate(WORDS[look.language][:1] + WORDS[look.language][2:]):
            kind, words = said
            contribute(server, walk.gathering, walk.tokens[CROWD[place]], words, kind)
        fill_up(walk)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def write(walk: Walk) -> None:
    board = walk.phone.locator("section.board")
    expect(board).to_be_visible()
    walk.bring("section.board")
    walk.see("board", "phone")
    walk.bring("section.board", page=walk.host)
    walk.see("board-not-yet", "host")
    board.locator(".choices button").nth(1).click()
    expect(board.locator("textarea")).to_be_focused()
    board.locator("textarea").fill(WORDS[walk.look.language][1][1])
    walk.see("board-words", "phone")
    board.locator("button.main").click()
    expect(board.locator("#who")).to_be_focused()
    walk.see("board-who", "phone")
    board.locator(".choices button").nth(2).click()
    expect(board.locator("[role=status]")).not_to_be_empty()
    walk.bring("section.board .choices")
    walk.see("board-shared", "phone")


def fill_up(walk: Walk) -> None:
    board = walk.phone.locator("section.board")
    expect(board.locator(".agree")).to_have_count(6, timeout=20_000)
    board.locator(".agree button").first.click()
    expect(board.locator(".agree button[aria-pressed=true]")).to_have_count(1)
    walk.bring("section.board h3")
    walk.see("board-open", "phone")
    walk.tell("show-board", show=True)
    expect(walk.stage.locator(".contributions li").first).to_be_visible()
    expect(walk.host.locator(".contributions li")).to_have_count(6)
    walk.bring("section.board [aria-pressed]", page=walk.host)
    walk.see("board-open", "host", "stage")
