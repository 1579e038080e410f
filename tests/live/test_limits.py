"""How often somebody may try, in a default install."""

from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_network
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from tests.live.people import Gathering
from tests.live.running import Running
from tingsha.live.caller import bucket_of
from tingsha.live.limits import MOST_BUCKETS, Bucket, Limits
from tingsha.settings import Settings


@pytest.fixture
def alone(data: Path):
    """A server of one's own: its limits are used up by the test, and nothing comes back while it runs."""
    running = Running(data)
    running.door.doorway.limits = Limits(Settings().joins_per_minute, lambda: 0.0)
    yield running
    running.stop()


def test_a_bucket_lets_through_its_most_and_then_its_rate() -> None:
    now = [0.0]
    bucket = Bucket(2, 5, lambda: now[0])
    assert [bucket.take("a") for _ in range(5)] == [0.0] * 5
    assert bucket.take("a") == bucket.wait("a") == 0.5
    now[0] = 0.5
    assert (bucket.take("a"), bucket.take("b")) == (0.0, 0.0)
    now[0] = 1_000
    assert [bucket.take("a") == 0 for _ in range(6)] == [True] * 5 + [False]


def test_buckets_take_a_bounded_room() -> None:
    bucket = Bucket(1e-9, 5, lambda: 0.0)
    for each in range(2 * MOST_BUCKETS):
        bucket.take(str(each))
    assert len(bucket._left) <= MOST_BUCKETS


def test_guessing_codes_soon_tells_nothing_any_more(alone: Running) -> None:
    gathering = Gathering(alone)
    with alone.client() as guesser:
        statuses = [guesser.get(f"/api/gatherings/by-code/WRONG{each:03}").status_code for each in range(80)]
        right = guesser.get(f"/api/gatherings/by-code/{gathering.opened['code']}")
    assert set(statuses) == {404, 429}
    assert statuses[:60] == [404] * 60
    assert right.status_code == 429, "or the guesser would know that it was right"
    assert int(right.headers["retry-after"]) >= 1


def test_unknown_and_closed_look_the_same(alone: Running) -> None:
    gathering = Gathering(alone)
    gathering.command("close")
    times: dict[str, list[float]] = {}
    with alone.client() as phone:
        answers = {}
        for _ in range(25):
            for code in (gathering.opened["code"], "ABCDEFGH"):
                began = perf_counter()
                answers[code] = phone.get(f"/api/gatherings/by-code/{code}")
                times.setdefault(code, []).append(perf_counter() - began)
    closed, unknown = answers.values()
    assert closed.content == unknown.content
    assert (closed.status_code, unknown.status_code) == (404, 404)
    assert {k: v for k, v in closed.headers.items() if k != "date"} == {
        k: v for k, v in unknown.headers.items() if k != "date"
    }
    best = [min(each) for each in times.values()]
    assert abs(best[0] - best[1]) < 0.003
    assert median(times[gathering.opened["code"]]) < 1


def test_a_made_up_forwarded_for_changes_nothing(alone: Running) -> None:
    with alone.client() as guesser:
        statuses = [
            guesser.get(
                "/api/gatherings/by-code/ABCDEFGH", headers={"x-forwarded-for": f"198.51.100.{each}"}
            ).status_code
            for each in range(70)
        ]
    assert statuses.count(404) < 70
    assert statuses[-1] == 429


def test_behind_our_own_proxy_each_visitor_counts_alone(data: Path) -> None:
    server = Running(data, trusted_proxies=(ip_network("127.0.0.0/8"),))
    server.door.doorway.limits = Limits(3_000, lambda: 0.0)
    with server.client() as proxy:

        def ask(forwarded: str) -> int:
            return proxy.get(
                "/api/gatherings/by-code/ABCDEFGH", headers={"x-forwarded-for": forwarded}
            ).status_code

        first = [ask("203.0.113.9, 198.51.100.1") for _ in range(70)]
        made_up = ask("203.0.113.77, 198.51.100.1")
        other = ask("198.51.100.2")
    server.stop()
    assert first[-1] == 429
    assert made_up == 429, "what stands before the last address is the visitor's own invention"
    assert other == 404


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
    ],
)
def test_an_ipv6_visitor_counts_by_network(one: str, other: str, *, together: bool) -> None:
    assert (bucket_of(one) == bucket_of(other)) is together


def test_a_hall_of_500_on_one_address_comes_in(alone: Running) -> None:
    gathering = Gathering(alone)
    with alone.client() as hall, ThreadPoolExecutor(8) as phones:

        def join(each: int) -> int:
            return hall.post(f"{gathering.path}/participants", json={"name": f"Gast {each}"}).status_code

        assert list(phones.map(join, range(500))) == [201] * 500


def test_bots_fill_the_lobby_slowly_and_the_host_goes_on(data: Path) -> None:
    server = Running(data)
    server.door.doorway.limits = Limits(60, lambda: 0.0)
    gathering = Gathering(server)
    with server.client() as bot:
        statuses = [
            bot.post(f"{gathering.path}/participants", json={"name": "Bot"}).status_code for _ in range(150)
        ]
    assert statuses == [201] * 60 + [429] * 90
    assert gathering.host.get(f"{gathering.path}/people").status_code == 200
    assert gathering.command("admission", admission="locked").status_code == 200
    server.stop()


def test_a_full_gathering_says_so(data: Path) -> None:
    server = Running(data, capacity=2)
    gathering = Gathering(server)
    gathering.join("Ada")
    gathering.join("Bo")
    with server.client() as phone:
        assert phone.post(f"{gathering.path}/participants", json={"name": "Eva"}).json()["code"] == "full"
    server.stop()


def test_one_person_cannot_command_without_end(alone: Running) -> None:
    gathering = Gathering(alone)
    ada, bo = gathering.join("Ada"), gathering.join("Bo")
    statuses = [gathering.command("come-back", ada.client).status_code for _ in range(90)]
    assert 429 in statuses
    assert gathering.command("come-back", bo.client).status_code == 409
    assert gathering.command("start").status_code == 200


def test_wrong_tokens_are_slowed_down_and_right_ones_not(alone: Running) -> None:
    gathering = Gathering(alone)
    with alone.client("0" * 32) as guesser:
        statuses = [guesser.get(f"{gathering.path}/people").status_code for _ in range(150)]
    assert set(statuses) == {401, 429}
    assert gathering.host.get(f"{gathering.path}/people").status_code == 200
