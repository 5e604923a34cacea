"""The memory of an export is looked at on its way, and growth is told."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from bench.exporting import GROWTH, Look, anonymous, looks, report
from search import ENGINES, Job, build

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def test_memory_is_looked_at_while_the_rows_go_by(tmp_path: Path) -> None:
    build(Job(SEEDS, tmp_path, "memory", ENGINES))
    found = list(looks(tmp_path, "jsonl", map(float, count()).__next__))
    assert len(found) > 10
    assert [look.megabytes for look in found] == [float(n) for n in range(len(found))]
    assert found[-1].pieces > 100


def test_growth_is_an_error() -> None:
    assert report([Look(1, 40.0), Look(2, 40.0 + GROWTH)])[1] == 0
    lines, code = report([Look(1, 40.0), Look(2, 41.0 + GROWTH)])
    assert (lines[-1], code) == (f"grown by {GROWTH + 1}.0 MB, at most {GROWTH}", 1)


def test_this_process_has_memory() -> None:
    assert anonymous() > 1
