"""Help with the questions, over HTTP."""

from tests.live.running import Running


def test_ready_questions_are_for_everybody(server: Running) -> None:
    with server.client() as visitor:
        answer = visitor.get("/api/questions?language=nl")
        assert answer.status_code == 200
        assert answer.json()["purposes"][0]["name"] == "Om te beginnen"
        assert visitor.get("/api/questions?language=xx").json()["code"] == "unknown-language"


def test_the_coach_hints_and_keeps_nothing(server: Running) -> None:
    said = {"language": "en", "challenge": "Are you happy?", "give_and_take": "What can you offer?"}
    with server.client() as visitor:
        answer = visitor.post("/api/coach", json=said)
        assert (answer.status_code, answer.json()) == (
            200,
            {"challenge": ["closed"], "give_and_take": ["one-sided"]},
        )
        assert visitor.post("/api/coach", json=said | {"language": "xx"}).status_code == 422
        assert visitor.post("/api/coach", json=said | {"challenge": "a" * 2_001}).status_code == 422
        assert visitor.post("/api/coach", json={"challenge": 3}).status_code == 422


def test_only_cards_of_this_site_are_drawn(server: Running) -> None:
    with server.client() as visitor:
        drawn = visitor.post("/api/qr", json={"path": "/card#abc-_1"})
        assert drawn.status_code == 200
        assert drawn.json()["size"] >= 21
        for path in (
            "https://elsewhere/card#abc",
            "/card#",
            "/host/x#abc",
            "/card#a b",
            "/card#" + "a" * 2_000,
            3,
        ):
            assert visitor.post("/api/qr", json={"path": path}).status_code == 422


def test_the_coach_is_not_asked_without_end(server: Running) -> None:
    with server.client() as visitor:
        statuses = {visitor.post("/api/coach", json={"language": "nl"}).status_code for _ in range(200)}
    assert statuses == {200, 429}
