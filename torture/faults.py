"""What is proved with the tests as well, run here so that the page of figures is whole (P11, and P10 in a browser)."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from torture.figures import Figure

ROOT = Path(__file__).resolve().parents[1]
TRIED = (
    ("P11", "a folder with every kind of fault", "each named, nothing good lost", "tests/indexing/test_faults.py"),
    ("P10", "a hostile article in a browser", "no dialog, no violation of the policy", "tests/browser/test_hostile.py"),
)
_PASSED = re.compile(r"(\d+) passed")


def run(_place: Path) -> Iterator[Figure]:
    """One figure for each file of tests."""
    for promise, tried, wanted, tests in TRIED:
        command = [sys.executable, "-m", "pytest", "-q", tests]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        last = done.stdout.strip().splitlines()[-1]
        skipped = done.returncode == 0 and not _PASSED.search(last)
        found = "no browser is installed" if skipped else re.sub(r" in .*", "", last)
        yield Figure(promise, tried, wanted, found, None if skipped else done.returncode == 0)
