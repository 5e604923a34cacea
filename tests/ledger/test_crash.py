"""A build that dies on either side of the swap loses and falsifies nothing in the ledger."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DIES = """
import os, sys
from pathlib import Path
from search import generations, indexer
from search.building import Job
from search.engines import ENGINES
from search.identity import hash16, passage_id
from search.ledger.fates import fate_of
from search.ledger.text import lines_of

place, moment = Path(sys.argv[1]), sys.argv[2]
indexer.code_hash = lambda: "this code"
FIRST = "The council agreed on the harbour in the autumn, and the mayor signed the paper on the quay."
SECOND = FIRST.replace("autumn", "winter")
THIRD = SECOND.replace("quay", "pier")
publish, sweep = generations.publish, generations.sweep


def build(name, text):
    folder = place / name
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    (folder / "articles" / "a.txt").write_text(f"The harbour\\n{text}\\n")
    made = "2026-11-26T10:00:00+00:00"
    indexer.build(Job(folder / "articles", folder / "index", "memory", ENGINES, made=made))
    return folder / "index" / "ledger.sqlite3"


def dying(name, text):
    def before(*_):
        os._exit(9)

    def after(*arguments):
        publish(*arguments)
        os._exit(9)

    def last(index, keep):
        if (index / "CURRENT").read_text().strip() == "2":
            os._exit(9)
        sweep(index, keep)

    generations.publish = {"before the swap": before, "after the swap": after}.get(moment, publish)
    generations.sweep = last if moment == "when all is kept" else sweep
    build(name, text)


def successor(ledger, text):
    found = fate_of(ledger, passage_id(hash16("a.txt"), text, 0))
    return found and found.successor


for name in ("even", "broken"):
    build(name, FIRST)
child = os.fork()
if child == 0:
    dying("broken", SECOND)
    os._exit(0)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
even, broken = build("even", SECOND), build("broken", SECOND)
assert list(lines_of(even)) == list(lines_of(broken))
assert successor(broken, FIRST) == passage_id(hash16("a.txt"), SECOND, 0)

# Dead after the swap, and the article edited again before the next build: what was published between is remembered.
build("between", FIRST)
child = os.fork()
if child == 0:
    dying("between", SECOND)
os.waitpid(child, 0)
ledger = build("between", THIRD)
assert successor(ledger, FIRST) == passage_id(hash16("a.txt"), THIRD, 0)
assert (successor(ledger, SECOND) is not None) is (moment != "before the swap")
"""


@pytest.mark.parametrize("moment", ["before the swap", "after the swap", "when all is kept"])
def test_the_next_build_brings_the_ledger_to_the_same_state(tmp_path: Path, moment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(tmp_path), moment], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
