"""The picture of who met whom over HTTP: who sees it, when, and what other programs make of the files."""

import csv
from io import BytesIO, StringIO

import networkx as nx

from tests.live.people import Gathering, tag_of
from tests.live.running import Running


def after(server: Running, people: int = 6) -> Gathering:
    """A guided gathering that has come together after a first round."""
    gathering = Gathering(server, milling="guided", groups=["Zorg", "ICT"], rehearsal=True, plan=PLAN)
    for number in range(people):
        gathering.join(f"canary-{number}", group=("Zorg", "ICT")[number % 2])
    assert gathering.command("start").status_code == 200
    gathering.command("skip")
    return gathering


PLAN = {"rounds": 1, "turn_s": 600, "think_s": 0, "find_s": 0, "swap_s": 1, "breathe_s": 0, "debrief_s": 60}


def test_it_is_there_after_the_rounds_and_only_when_turned_on(server: Running) -> None:
    gathering = after(server)
    path = f"{gathering.path}/web"
    assert gathering.host.get(path).json()["code"] == "web-not-yet"
    gathering.command("next")
    assert gathering.host.get(path).json()["code"] == "web-off"
    assert gathering.command("web", on=True).status_code == 200
    found = gathering.host.get(path).json()
    assert (found["people"], found["conversations"]) == (6, 3)
    assert len(found["x"]) == len(found["y"]) == len(found["group"]) == len(found["name"]) == 6
    assert "canary" not in gathering.host.get(path).text
    assert gathering.stage.get(path).json()["hardly_met"] == []
    gathering.command("web", on=False)
    assert gathering.stage.get(path).status_code == 409


def test_phones_and_strangers_do_not_get_it(server: Running) -> None:
    gathering, other = after(server), Gathering(server)
    gathering.command("next")
    gathering.command("web", on=True)
    ada = gathering.join("Ada", group="Zorg")
    for path in ("web", "export.graphml", "export.gexf", "export.edges.csv"):
        assert ada.client.get(f"{gathering.path}/{path}").status_code == 403
        assert other.host.get(f"{gathering.path}/{path}").status_code == 401
        assert server.client().get(f"{gathering.path}/{path}").status_code == 401
    assert gathering.stage.get(f"{gathering.path}/export.gexf").status_code == 403


def test_names_come_and_go_with_their_owners_wish(server: Running) -> None:
    gathering = after(server, 5)
    ada = gathering.join("Ada </x>", group="Zorg")
    gathering.command("next")
    gathering.command("web", on=True)
    late = gathering.host.get(f"{gathering.path}/web").json()
    assert late["people"] == 5, "who came in the middle of the only round talked with nobody that we know of"
    assert gathering.command("show-my-name", ada.client, show=True).status_code == 200
    assert "Ada" not in gathering.stage.get(f"{gathering.path}/web").text


def test_the_table_of_edges_opens_in_other_programs(server: Running) -> None:
    gathering = after(server)
    gathering.command("next")
    gathering.command("web", on=True)
    answer = gathering.host.get(f"{gathering.path}/export.edges.csv")
    head, *rows = csv.reader(StringIO(answer.text))
    assert head[:5] == ["Source", "Target", "Type", "Weight", "Sure"], "the names that Gephi looks for"
    edges = [" ".join(row[:2]) for row in rows]
    read = nx.parse_edgelist(edges)
    assert (read.number_of_nodes(), read.number_of_edges()) == (6, 3)
    assert {row[head.index("Source group")] for row in rows} <= {"Zorg", "ICT"}
    assert "canary" not in answer.text


def test_neither_a_name_nor_a_group_in_the_table_is_a_formula(server: Running) -> None:
    names, group = ("=1+1", "@sum", "\uff1d1", "+1", "-1", " =1", "a", "b"), "=2+2"
    gathering = Gathering(server, milling="guided", rehearsal=True, plan=PLAN, groups=[group, "ICT"])
    guests = [gathering.join(name, group=group) for name in names]
    for command in ("start", "skip", "next"):
        gathering.command(command)
    gathering.command("web", on=True)
    for guest in guests:
        assert gathering.command("show-my-name", guest.client, show=True).status_code == 200
    head, *rows = csv.reader(StringIO(gathering.host.get(f"{gathering.path}/export.edges.csv").text))
    places = [head.index(f"{end} label") for end in ("Source", "Target")]
    said = {row[place] for row in rows for place in places}
    assert said == {"a", "b", *(f"'{name.strip()}" for name in names[:-2])}
    groups = {row[head.index(f"{end} group")] for row in rows for end in ("Source", "Target")}
    assert groups == {"'=2+2"}


def test_the_host_reads_bridges_between_groups_and_the_stage_counts_them(server: Running) -> None:
    gathering = after(server)
    gathering.command("next")
    gathering.command("web", on=True)
    host, stage = (each.get(f"{gathering.path}/web").json() for each in (gathering.host, gathering.stage))
    assert [(each["one"], each["other"], each["lines"]) for each in host["bridges"]] == [("Zorg", "ICT", 3)]
    assert stage["bridges"] == []
    assert (stage["bridged"], stage["bridgeable"]) == (1, 1)
    assert host["new"] == [1, 1, 1]


def test_groups_that_hardly_met_are_for_the_host_alone(server: Running) -> None:
    """Four of each, and everybody found somebody of their own group."""
    gathering = Gathering(server, milling="free", groups=["Zorg", "ICT"], rehearsal=True, plan=PLAN)
    guests = [gathering.join(f"canary-{place}", group=("Zorg", "ICT")[place // 4]) for place in range(8)]
    gathering.command("start")
    gathering.command("skip")
    for one, other in zip(guests[::2], guests[1::2], strict=True):
        answer = gathering.command("stand-with", one.client, tag=tag_of(gathering, other))
        assert answer.status_code == 200, answer.text
    gathering.command("next")
    gathering.command("web", on=True)
    host, stage = (each.get(f"{gathering.path}/web").json() for each in (gathering.host, gathering.stage))
    assert host["hardly_met"] == [["Zorg", "ICT"]]
    assert stage["hardly_met"] == []


def test_the_files_open_in_other_programs(server: Running) -> None:
    gathering = after(server)
    gathering.command("next")
    gathering.command("web", on=True)
    graphml = gathering.host.get(f"{gathering.path}/export.graphml")
    assert "tingsha.graphml" in graphml.headers["content-disposition"]
    read = nx.read_graphml(BytesIO(graphml.content))
    assert (read.number_of_nodes(), read.number_of_edges()) == (6, 3)
    assert {kind for _, kind in read.nodes(data="group")} == {"Zorg", "ICT"}
    gexf = nx.read_gexf(BytesIO(gathering.host.get(f"{gathering.path}/export.gexf").content))
    assert sorted(gexf.degree()) == sorted(read.degree())
    assert b"canary" not in graphml.content


def test_the_three_files_say_the_same_of_names_groups_and_what_is_sure(server: Running) -> None:
    zorg, ict = 'Zorg & <wélzijn>, "x"', "ICT"
    gathering = Gathering(server, milling="guided", groups=[zorg, ict], rehearsal=True, plan=PLAN)
    names = ('Şükran & <b>, "x"', "漢字", "canary-1", "canary-2", "canary-3", "canary-4")
    guests = [gathering.join(name, group=(zorg, ict)[place % 2]) for place, name in enumerate(names)]
    gathering.command("start")
    gathering.command("skip")
    assert gathering.command("found-partner", guests[0].client, round=1).status_code == 200
    gathering.command("next")
    gathering.command("web", on=True)
    for guest in guests[:2]:
        assert gathering.command("show-my-name", guest.client, show=True).status_code == 200
    graphml, gexf, edges = (
        gathering.host.get(f"{gathering.path}/export.{kind}").content
        for kind in ("graphml", "gexf", "edges.csv")
    )
    graph = nx.read_graphml(BytesIO(graphml))
    said = {(node, words) for node, words in graph.nodes(data="label") if words in names}
    assert {words for _, words in said} == set(names[:2]), "names of who wants that, and of nobody else"
    assert [sure for *_, sure in graph.edges(data="sure")].count(True) == 1, "the one tap"
    other = nx.read_gexf(BytesIO(gexf))
    for of in ("label", "group"):
        assert dict(other.nodes(data=of)) == dict(graph.nodes(data=of))
    lines = {frozenset(ends): sure for *ends, sure in graph.edges(data="sure")}
    assert {frozenset(ends): sure for *ends, sure in other.edges(data="sure")} == lines
    rows = list(csv.DictReader(StringIO(edges.decode())))
    assert {frozenset((row["Source"], row["Target"])): row["Sure"] == "yes" for row in rows} == lines
    ends = {
        (row[end], row[f"{end} label"], row[f"{end} group"]) for row in rows for end in ("Source", "Target")
    }
    assert {(node, words) for node, words, _ in ends if words} == said
    assert {node: group for node, _, group in ends} == dict(graph.nodes(data="group"))
