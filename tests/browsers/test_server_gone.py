"""The server dies after the start and comes back later: nobody in the room needs to notice."""

from playwright.sync_api import Browser, expect

from tests.browsers.room import Room, Untimely, in_three_tries, meetings, units_of
from tests.kit.server import Server

NAMES = ("Noor", "Daan", "Fatima", "Sem", "Mo")
ON_TIME_MS = 60.0
PLAN = {"rounds": 3, "turn_s": 3, "think_s": 4, "find_s": 4, "swap_s": 1, "breathe_s": 3, "debrief_s": 20}


def test_all_rounds_are_played_without_the_server(chromium: Browser, server: Server) -> None:
    in_three_tries(lambda: play(chromium, server))


def play(chromium: Browser, server: Server) -> None:
    server.begin()
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering, measured=True) as room:
        stage, _host = room.open_stage(), room.open_host()
        for name in NAMES:
            room.join(name)
        room.arm()
        for device in room.devices():
            device.hear()
        room.start()
        room.phones["Noor"].wait_for_title("Denk even na")
        timeline = server.documents(gathering, "host")["common"]["timeline"]
        server.kill9()
        stage.wait_for_title("Wat hoorde je")
        for phone in room.phones.values():
            phone.wait_for_title("Wat hoorde je")
            expect(phone.page.get_by_text("De bellen gaan door")).to_be_visible()

        rounds = [units_of(each) for each in room.partners("Ronde", 3).values()]
        assert all(set().union(*units) == set(NAMES) for units in rounds)
        met = [pair for units in rounds for pair in meetings(units)]
        assert len(met) == 12, "five people, three rounds of a pair and a trio"
        for bell in (each["starts"] for each in timeline if each["kind"] == "bell"):
            rung = [min(device.onsets(), key=lambda at: abs(at - bell)) - bell for device in room.devices()]
            if max(map(abs, rung)) >= ON_TIME_MS:
                raise Untimely(f"rung this many ms from the bell's instant: {rung}")

        server.start()
        for phone in room.phones.values():
            expect(phone.page.get_by_text("De bellen gaan door")).to_have_count(0, timeout=40_000)
            phone.wait_for_title("Wat hoorde je")
        assert server.documents(gathering, "host")["common"]["phase"] == "together"
        assert room.faults() == []
