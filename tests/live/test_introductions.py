"""Offers meet needs over the network: no file tells who, and two phones that both say yes get a card each."""

import secrets
from typing import Any

import httpx

from tests.journal.on_disk import files_with
from tests.live.running import Running, until
from tests.live.sharing import SharingGathering

NEED, OFFER = "Who helps me apply for a grant?", "I have written many grant applications"


class Fair(SharingGathering):
    """A need and an offer that are alike, among five people, with introductions on."""

    def __init__(self, server: Running) -> None:
        super().__init__(server, 5, language="en")
        self.command("introductions", on=True)
        self.need = self.contribute(0, NEED, "need")
        self.offer = self.contribute(1, OFFER, "offer")
        self.others = [self.contribute(person, f"something else {person}") for person in (2, 3, 4)]
        self.until_shown(5)

    def told(self, secret: str, client: httpx.Client | None = None) -> httpx.Response:
        return (client or self.nobody).post(f"/api/boards/{self.id}/introductions", json={"secret": secret})

    def one(self, secret: str) -> dict[str, Any]:
        answer = self.told(secret)
        assert answer.status_code == 200, answer.text
        (only,) = answer.json()
        return only

    def say(self, type_: str, secret: str, **more: Any) -> httpx.Response:
        return self.by_ticket(type_, secret=secret, contribution=self.one(secret)["contribution"], **more)


def test_two_phones_that_both_say_yes_get_each_others_card(server: Running) -> None:
    fair = Fair(server)
    assert (fair.one(fair.need)["words"], fair.one(fair.offer)["words"]) == (OFFER, NEED)
    before = fair.told(fair.offer).content
    assert fair.say("say-yes", fair.need).status_code == 200
    assert fair.told(fair.offer).content == before, "not a byte tells of a yes"
    assert fair.say("give-card", fair.need, card={"email": "n@example.org"}).json()["code"] == "not-both-yes"
    fair.say("say-yes", fair.offer)
    assert fair.say("give-card", fair.need, card={"email": "n@example.org"}).status_code == 200
    assert "card" not in fair.one(fair.offer)
    fair.say("give-card", fair.offer, card={"phone": "06 1"})
    assert fair.one(fair.need)["card"] == {"phone": "06 1"}
    assert fair.one(fair.offer)["card"] == {"email": "n@example.org"}


def test_no_file_holds_a_card_before_both_said_yes_nor_who_asked(server: Running) -> None:
    fair = Fair(server)
    canary, people = (
        f"canary-{secrets.token_hex(8)}@example.org",
        [guest.participant for guest in fair.guests],
    )
    names = [fair.one(fair.need)["contribution"], fair.one(fair.offer)["contribution"]]
    fair.say("say-yes", fair.need)
    assert fair.say("give-card", fair.need, card={"email": canary}).status_code == 409
    assert not files_with(server.settings.data, canary.encode())
    for record in server.door.doorway.house.journal.records(fair.id):
        assert not any(name.encode() in record.body for name in names), "no yes stands in the log"
    for body in server.door.doorway.house.journal.slips(fair.id).values():
        assert not any(person.encode() in body for person in people)
    fair.say("say-yes", fair.offer)
    fair.say("give-card", fair.need, card={"email": canary})
    assert files_with(server.settings.data, canary.encode()), "else this test would see nothing at all"
    assert fair.withdraw(fair.need).status_code == 200
    assert not files_with(server.settings.data, canary.encode()), "it goes with the contribution"


def test_whoever_says_who_they_are_is_sent_away_and_nobody_is_told_of_others(server: Running) -> None:
    fair = Fair(server)
    guest = fair.guests[0]
    for client in (guest.client, fair.host):
        assert fair.told(fair.need, client).json()["code"] == "said-who"
    assert fair.told(secrets.token_hex(16)).json() == [], "a wrong secret learns nothing, not even that"
    assert fair.told("short").status_code == 422
    streams = fair.host.get(f"{fair.path}/board").text + fair.host.get(f"{fair.path}/export.json").text
    fair.say("say-yes", fair.need)
    after = fair.host.get(f"{fair.path}/board").text + fair.host.get(f"{fair.path}/export.json").text
    assert ("say-yes" in after, after.count("version")) == (False, streams.count("version"))


def test_the_host_turns_them_off_again(server: Running) -> None:
    fair = Fair(server)
    fair.command("introductions", on=False)
    assert until(lambda: fair.told(fair.need).json()["code"] == "introductions-off")
    answer = fair.by_ticket("say-yes", secret=fair.need, contribution="x")
    assert (answer.status_code, answer.json()["code"]) == (409, "introductions-off")


def test_below_five_a_phone_is_not_told_that_there_is_nothing_any_more(server: Running) -> None:
    fair = Fair(server)
    fair.withdraw(fair.others[0])
    answer = fair.told(fair.need)
    assert (answer.status_code, answer.json()["code"]) == (409, "introductions-off"), (
        "what it keeps, it keeps"
    )
