"""A screen that is offline works out for itself whom numbers meet. It must come to what the server says."""

import json
import subprocess
from random import Random

import pytest

from build_screens import SCREENS, _node_folder
from tingsha.pairs.numbers import by_number

ASK = """
import { byNumber, otherwise } from "./shared/scenes/numbers.ts";
const asked = JSON.parse(await new Response(process.stdin).text());
const said = asked.map((counts) => byNumber(counts).map((one) => [one.step, one.units, otherwise(one)]));
console.log(JSON.stringify(said));
"""


def crowds() -> list[list[int]]:
    """Every small crowd at every length, larger ones, and crowds that grow and shrink on the way."""
    chance = Random(1)
    still = [[people] * rounds for people in range(46) for rounds in (1, 2, 3, 5, 8, 10)]
    large = [[chance.randrange(46, 900)] * chance.choice((3, 4, 10)) for _ in range(12)]
    moving = [[people + chance.randrange(-2, 4) for _ in range(4)] for people in range(2, 90, 3)]
    return [*still, *large, *moving]


@pytest.mark.at_length
def test_screens_and_server_send_everybody_to_the_same_number() -> None:
    asked = crowds()
    node = [_node_folder() / "node", "--input-type=module-typescript", "-e", ASK]
    said = subprocess.run(
        node, cwd=SCREENS, input=json.dumps(asked), capture_output=True, text=True, check=True
    ).stdout
    ours = [[[one.step, one.units, one.otherwise()] for one in by_number(counts)] for counts in asked]
    assert json.loads(said) == json.loads(json.dumps(ours))
