"""What happens to one device: asleep, reloaded, gone back, opened twice, its clock set, its sound taken away."""

import shutil
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browsers.asleep import Sleeper
from tests.browsers.ears import EAR, LISTEN, WORKLET
from tests.browsers.room import PHONE, Device, Room, until
from tests.kit.server import Server

PLAN = {
    "rounds": 2, "turn_s": 60, "think_s": 60, "find_s": 60, "swap_s": 1, "breathe_s": 60, "debrief_s": 600,
}  # fmt: skip
SHORT = {"rounds": 2, "turn_s": 3, "think_s": 2, "find_s": 2, "swap_s": 0, "breathe_s": 4, "debrief_s": 60}
LATE_MS = 2000
NEXT_MS = 5500
SCENE = "(scene) => document.documentElement.dataset.scene === scene"
HOLD = """() => {
  window.held = 0;
  const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = (kind) => { window.held++; return ask(kind); };
}"""
RUNNING = "() => window.tingshaAudio?.ctx.state === 'running'"


def bells(server: Server, gathering: dict[str, Any]) -> list[int]:
    timeline = server.documents(gathering, "host")["common"]["timeline"]
    return [each["starts"] for each in timeline if each["kind"] == "bell"]


def wait_until(instant_ms: float) -> None:
    while (left := instant_ms / 1000 - time.time()) > 0:
        time.sleep(min(left, 0.5))


def onsets(page: Page) -> list[float]:
    return page.evaluate("window.ears.onsets")


def test_of_all_pages_of_a_device_one_rings(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=SHORT)
    origin = f"http://localhost:{server.port}"
    with Room(chromium, server, gathering, measured=True) as room:
        first = room.join("Noor")
        stage, second = first.context.new_page(), first.context.new_page()
        stage.goto(f"{origin}/stage/{gathering['id']}#{gathering['stage_token']}")
        second.goto(f"{origin}/j/{gathering['code']}")
        pages = [first.page, second, stage]
        for page in pages:
            page.locator("h1").first.click()
            until(page, RUNNING)
            page.evaluate(LISTEN, [WORKLET, EAR])
        assert server.command(gathering, "start").status_code == 200
        early, late = bells(server, gathering)
        wait_until(early + 1200)
        rang = [page for page in pages if any(abs(at - early) < 700 for at in onsets(page))]
        assert len(rang) == 1, "one bell of one loudspeaker"
        # The page that rang is closed: another one takes over.
        heard = rang[0]
        heard.close()
        rest = [page for page in pages if page is not heard]
        wait_until(late + 1200)
        assert len([page for page in rest if any(abs(at - late) < 700 for at in onsets(page))]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the processes of a browser are found in /proc")
def test_a_device_that_slept_never_rings_late(playwright: Playwright, server: Server) -> None:
    gathering = server.open(plan=SHORT)
    sleeper = Sleeper(playwright)
    try:
        with Room(sleeper.browser, server, gathering, measured=True) as room:
            noor = room.join("Noor")
            until(noor.page, RUNNING)
            noor.hear()
            assert server.command(gathering, "start").status_code == 200
            early, late = bells(server, gathering)
            until(noor.page, SCENE, arg="talk")
            wait_until(early - 400)
            with sleeper.asleep():
                wait_until(early + LATE_MS + 1500)
            wait_until(late + 1200)
            rung = noor.onsets()
            # The next stroke that belongs there begins the talking of the second round.
            asleep = [at - early for at in rung if early + LATE_MS < at < early + NEXT_MS]
            assert not asleep, f"rung this many ms after its bell: {asleep}"
            assert [at for at in rung if abs(at - late) < 700], "the next bell was not heard"
    finally:
        sleeper.browser.close()


@pytest.mark.parametrize("state", ["suspended", "interrupted"])
def test_one_calm_tap_wakes_the_sound(chromium: Browser, server: Server, state: str) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        noor = room.join("Noor")
        until(noor.page, RUNNING)
        assert server.command(gathering, "start").status_code == 200
        until(noor.page, SCENE, arg="think")
        tap = noor.page.get_by_role("button", name="Tik op het scherm")
        expect(tap).to_have_count(0)
        if state == "suspended":
            noor.page.evaluate("() => window.tingshaAudio.ctx.suspend()")
        else:  # an iPhone after a call: it says so, and does not wake whatever one asks
            noor.page.evaluate(
                """() => {
                  const { ctx } = window.tingshaAudio;
                  Object.defineProperty(ctx, "state", { get: () => "interrupted" });
                  ctx.resume = () => new Promise(() => {});
                  ctx.dispatchEvent(new Event("statechange"));
                }"""
            )
        expect(tap).to_be_visible()
        height = tap.evaluate("(button) => button.getBoundingClientRect().height")
        assert height >= 48
        tap.click()
        if state == "interrupted":
            noor.page.wait_for_timeout(1200)
            tap.click()
        until(noor.page, RUNNING)
        expect(tap).to_have_count(0)
        assert room.faults() == []


def test_reload_back_and_forward_in_every_scene(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        noor = Device(chromium, PHONE, "nl-NL")
        room.phones["Noor"] = noor
        noor.page.goto(f"http://localhost:{server.port}/")
        noor.page.locator("input.code").fill(gathering["code"])
        noor.page.locator("form.join button.main").click()
        noor.page.locator("input").first.fill("Noor")
        noor.page.locator("button.main").click()
        room.join("Daan")
        steps = {
            "lobby": "start", "think": "skip", "find": "skip", "talk": "skip", "thanks": "next",
            "together": "close", "closed": "",
        }  # fmt: skip
        for scene, then in steps.items():
            until(noor.page, SCENE, arg=scene)
            noor.page.reload()
            until(noor.page, SCENE, arg=scene)
            noor.page.go_back()
            expect(noor.page.locator("form.join")).to_be_visible()
            noor.page.go_forward()
            until(noor.page, SCENE, arg=scene)
            # As it comes out of a browser's store of pages, its stream closed.
            noor.page.evaluate(
                """() => {
                  dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
                  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
                }"""
            )
            if scene == "talk":
                # Hours on, as when somebody sets it by hand: the scene and its time stay.
                noor.page.evaluate("() => { const right = Date.now; Date.now = () => right() + 7_200_000; }")
                skip_turns(server, gathering)
            elif then:
                assert server.command(gathering, then).status_code == 200
        assert server.documents(gathering, "host")["common"]["host"]["people"] == 2
        assert room.faults() == []


def skip_turns(server: Server, gathering: dict[str, Any]) -> None:
    """From the first turn to the thanks."""
    assert server.command(gathering, "skip").status_code == 200
    timeline = server.documents(gathering, "host")["common"]["timeline"]
    wait_until(next(each["ends"] for each in timeline if each["kind"] == "swap") + 200)
    assert server.command(gathering, "skip").status_code == 200


def test_an_older_backup_is_shown_rather_than_mixed(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    older = Path(f"{server.data}.older")
    with Room(chromium, server, gathering) as room:
        noor, _daan = room.join("Noor"), room.join("Daan")
        server.stop()
        shutil.copytree(server.data, older)
        server.start()
        expect(noor.page.get_by_text("De bellen gaan door")).to_have_count(0, timeout=40_000)
        for _ in range(4):  # so that the log is well past its backup
            assert server.command(gathering, "admission", admission="ask").status_code == 200
            assert server.command(gathering, "admission", admission="open").status_code == 200
        assert server.command(gathering, "start").status_code == 200
        until(noor.page, SCENE, arg="think")
        server.kill9()
        shutil.rmtree(server.data)
        older.rename(server.data)
        server.start()
        until(noor.page, SCENE, arg="lobby", patience_ms=40_000)
        assert server.command(gathering, "start").status_code == 200
        until(noor.page, SCENE, arg="think")
        assert server.command(gathering, "skip").status_code == 200
        until(noor.page, SCENE, arg="find")
        noor.wait_for_title("Daan")


@pytest.mark.parametrize("name", ["localhost", "tingsha.test"])
def test_the_screen_stays_lit_and_does_again_after_being_away(
    chromium: Browser, server: Server, name: str
) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering, origin=f"http://{name}:{server.port}") as room:
        noor = room.join("Noor")
        lit = "() => document.querySelector('video.awake')?.paused === false"
        if name == "localhost":
            noor.page.evaluate(HOLD)
            lit = "() => window.held > 0"
        noor.page.locator("h1").first.click()
        until(noor.page, lit)
        noor.page.evaluate("() => { window.held = 0; document.querySelector('video.awake')?.pause(); }")
        assert not noor.page.evaluate(lit)
        # Back from another app.
        noor.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
        until(noor.page, lit)


def test_the_hosts_link_goes_on_where_a_laptop_gave_up(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        laptop, noor = room.open_host(), room.join("Noor")
        room.start()
        until(noor.page, SCENE, arg="think")
        laptop.context.close()
        phone = Device(chromium, PHONE, "nl-NL")
        room.host = phone
        phone.page.goto(f"{room.origin}/host/{gathering['id']}#{gathering['host_token']}")
        phone.page.get_by_role("button", name="Pauze").click()
        expect(phone.page.get_by_role("button", name="Verder")).to_be_visible()
        assert "paused_at" in server.documents(gathering, "host")["common"]
        assert phone.faults == []
