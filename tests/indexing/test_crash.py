"""A build that dies at any step, as by kill -9, leaves an index that answers, whole, and can be built again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Dies before the first, second, third … change to the file system, until a build gets through.
DIES = """
import os, shutil, sys
from contextlib import closing
from pathlib import Path
from search import indexer
from search.archive import Archive
from search.building import Job
from search.engines import ENGINES
from search.query import Query

place, engine = Path(sys.argv[1]), sys.argv[2]
corpus, before, index = place / "articles", place / "before", place / "index"
indexer.code_hash = lambda: "this code"
CHANGES = {"os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.truncate"}


def build(where):
    return indexer.build(Job(corpus, where, engine, ENGINES, prune=True, force=True))


def answers(where):
    with closing(Archive(where)) as archive:
        return [(hit.passage, hit.score) for hit in archive.engine().search(Query(page_size=100)).hits]


def dying(at):
    steps = 0

    def hook(event, details):
        nonlocal steps
        writes = event == "open" and isinstance(details[2], int) and details[2] & (os.O_WRONLY | os.O_RDWR)
        if (writes or event in CHANGES) and str(index) in str(details[0]):
            if steps == at:
                os._exit(9)
            steps += 1

    sys.addaudithook(hook)
    build(index)


def write(name, about):
    (corpus / name).write_text(f"The {about}\\nThe council agreed on the {about}, and the mayor signed.\\n")


corpus.mkdir()
for number in range(4):
    write(f"{number}.txt", f"harbour {number}")
build(before)
old = answers(before)
write("1.txt", "bridge")
write("9.txt", "lighthouse")
(corpus / "2.txt").unlink()
build(place / "after")
new = answers(place / "after")
assert old != new

for at in range(10_000):
    shutil.rmtree(index, ignore_errors=True)
    shutil.copytree(before, index)
    child = os.fork()
    if child == 0:
        dying(at)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    found = answers(index)
    assert found in (old, new), (at, found)
    build(index)
    assert answers(index) == new, at
    left = sorted(int(p.name) for p in (index / "generations").iterdir())
    assert len(left) == 2, (at, left)
    if code == 0:
        break
    assert code == 9, (at, code)
print(at)
"""


@pytest.mark.parametrize("engine", ["memory", "whoosh"])
def test_a_build_may_die_before_any_change_to_the_disk(tmp_path: Path, engine: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(tmp_path), engine], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) >= 10
