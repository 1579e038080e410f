"""How others would do it: round by round, everybody who may meet joined by an edge, the heaviest matching.

`python -m benchmarks.pairing.peers NAME KIND N` plans all rounds once and prints one JSON line. Building the graph
counts, as it does for us."""

import json
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, Final

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from benchmarks.pairing.counting import counted
from benchmarks.pairing.instances import ROUNDS, people
from tingsha.pairs.roster import Roster, Units

Edges = tuple[list[int], list[int], list[int]]


def main(name: str, kind: str, n: int) -> None:
    roster, _ = people(kind, n)
    began = time.perf_counter()
    rounds = planned(roster, PEERS[name])
    took = time.perf_counter() - began
    print(json.dumps({"seconds": took, **counted(roster, rounds)}))


def planned(roster: Roster, pairs_of: "Callable[[int, Edges], Iterable[tuple[int, int]]]") -> list[Units]:
    met = np.eye(roster.n, dtype=np.bool_)
    rounds: list[Units] = []
    for number in range(ROUNDS):
        pairs = sorted((min(pair), max(pair)) for pair in pairs_of(number, _edges(roster, met)))
        units = np.full((len(pairs), 3), -1, np.int32)
        units[:, :2] = pairs
        met[units[:, 0], units[:, 1]] = met[units[:, 1], units[:, 0]] = True
        rounds.append(units)
    return rounds


def _edges(roster: Roster, met: NDArray[np.bool_]) -> Edges:
    """Everybody who may meet and has not, with what their pair counts for mixing, and 1."""
    may = ~met
    if roster.languages is not None:
        may &= (roster.languages[:, None] & roster.languages) != 0
    if roster.places is not None:
        may &= (roster.places[:, None] & roster.places) != 0
    may[roster.apart[:, 0], roster.apart[:, 1]] = may[roster.apart[:, 1], roster.apart[:, 0]] = False
    a, b = np.nonzero(np.triu(may, 1))
    worth = np.ones(a.size, np.int64)
    for labels, weight in roster.attributes:
        worth += weight * (labels[a] != labels[b])
    return a.tolist(), b.tolist(), worth.tolist()


def _networkx(_: int, edges: Edges) -> Iterable[tuple[int, int]]:
    nx: Any = import_module("networkx")
    graph = nx.Graph()
    graph.add_weighted_edges_from(zip(*edges, strict=True))
    return nx.max_weight_matching(graph, maxcardinality=True)


def _rustworkx(_: int, edges: Edges) -> Iterable[tuple[int, int]]:
    graph: Any = rx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(1 + max(edges[1])))
    graph.extend_from_weighted_edge_list(list(zip(*edges, strict=True)))
    return rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)


def _ortools(_: int, edges: Edges) -> Iterable[tuple[int, int]]:
    cp_model: Any = import_module("ortools.sat.python.cp_model")
    model = cp_model.CpModel()
    beside: dict[int, list[Any]] = {}
    chosen = [model.new_bool_var("") for _ in edges[0]]
    for a, b, pair in zip(edges[0], edges[1], chosen, strict=True):
        beside.setdefault(a, []).append(pair)
        beside.setdefault(b, []).append(pair)
    for pairs in beside.values():
        model.add_at_most_one(pairs)
    # As many pairs as can be first: no mixing outweighs another pair.
    many = 1 + len(beside) * max(edges[2])
    model.maximize(cp_model.LinearExpr.weighted_sum(chosen, [many + worth for worth in edges[2]]))
    solver = cp_model.CpSolver()
    # Measured: four times as quick as its own choice on two cores.
    solver.parameters.num_workers = 2
    solver.parameters.linearization_level = 2
    solver.solve(model)
    return [(a, b) for a, b, pair in zip(edges[0], edges[1], chosen, strict=True) if solver.value(pair)]


def shuffled(roster: Roster) -> list[Units]:
    """What every simple tool does: shuffle, and pair neighbours."""
    draw = np.random.Generator(np.random.PCG64(11))
    rounds: list[Units] = []
    for _ in range(ROUNDS):
        units = np.full((roster.n // 2, 3), -1, np.int32)
        units[:, :2] = draw.permutation(roster.n).reshape(-1, 2)
        rounds.append(units)
    return rounds


PEERS: Final = {"networkx": _networkx, "rustworkx": _rustworkx, "or-tools": _ortools}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
