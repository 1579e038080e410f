"""A phone with the engine of iPhones: it joins, finds, talks, and its bell sounds at the bell's instant."""

import sys
from pathlib import Path

import httpx
import pytest

from tests.browsers.room import Untimely, in_three_tries
from tests.browsers.webkit import WebKit
from tests.kit.server import Server, fresh_id

PLAN = {"rounds": 1, "turn_s": 3, "think_s": 2, "find_s": 3, "swap_s": 1, "breathe_s": 3, "debrief_s": 30}
ON_TIME_MS = 250.0
SCENE = "return document.documentElement.dataset.scene === arguments[0]"
TITLE = "return document.querySelector('h1')?.innerText ?? ''"
LISTEN = """
const { ctx, out } = window.tingshaAudio;
const ear = ctx.createAnalyser();
out.connect(ear);
const samples = new Float32Array(ear.fftSize);
window.loud = [];
setInterval(() => {
  ear.getFloatTimeDomainData(samples);
  const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  if (peak > 0.05) window.loud.push(performance.timeOrigin + performance.now());
}, 10);
return ctx.state;
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="WebKitGTK is for Linux; elsewhere try it with Safari itself"
)
def test_a_phone_with_webkit(server: Server, tmp_path: Path) -> None:
    with WebKit(tmp_path) as phone:
        in_three_tries(lambda: play(phone, server))


def play(phone: WebKit, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    url = f"http://127.0.0.1:{server.port}/api/gatherings/{gathering['id']}/participants"
    assert httpx.post(url, json={"id": fresh_id(), "name": "Daan"}).status_code == 201

    phone.go(f"http://localhost:{server.port}/j/{gathering['code']}")
    phone.type("input", "Noor")
    phone.click("main button.main")
    phone.until(SCENE, "lobby")
    phone.click("main button.main")
    phone.until("return window.tingshaAudio?.ctx.state === 'running'")
    assert phone.run(LISTEN) == "running"

    assert server.command(gathering, "start").status_code == 200
    timeline = server.documents(gathering, "host")["common"]["timeline"]
    (bell,) = [each["starts"] for each in timeline if each["kind"] == "bell"]
    phone.until(SCENE, "find")
    assert phone.run(TITLE) == "Daan"
    assert int(phone.run("return document.querySelector('.spot').innerText")) > 0
    phone.until(SCENE, "talk")
    assert "vertelt" in phone.run(TITLE)
    phone.until(SCENE, "thanks")
    phone.until(SCENE, "together")
    rung = phone.run("return window.loud.filter((at) => at > arguments[0]).at(0)", bell - 900)
    assert rung, "the bell was not heard"
    if abs(rung - bell) > ON_TIME_MS:
        raise Untimely(f"rung {rung - bell:.0f} ms from the bell's instant")
