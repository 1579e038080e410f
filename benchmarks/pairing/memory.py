"""How much memory planning takes at its peak, beyond the people themselves."""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.pairing.instances import ROUNDS, people
from tingsha.pairs.plan import plan

PAGE = resource.getpagesize()


def bytes_a_person(kind: str, n: int) -> dict[str, Any]:
    """In a process of its own, so that nothing else has been there."""
    command = [sys.executable, "-m", "benchmarks.pairing.memory", kind, str(n)]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def main(kind: str, n: int) -> None:
    plan(people(kind, 200)[0], ROUNDS, 1)
    roster, met = people(kind, n)
    # The peak of making the people is forgotten first.
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE
    made = plan(roster, ROUNDS, 1, met=met)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))
    print(json.dumps({"bytes_a_person": (peak - before) / n, "rounds": len(made.rounds)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
