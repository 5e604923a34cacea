"""Without a browser the browser tests are skipped with a reason, and where one is required that is a failure."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

HERE = Path(__file__).resolve().parent
FORBID = runpy.run_path(str(HERE / "conftest.py"))["forbid_skip"]


@pytest.mark.parametrize(
    ("path", "required", "outcome"),
    [
        ("browser/test_searching.py", True, "failed"),
        ("browser/test_searching.py", False, "skipped"),
        ("web/test_search.py", True, "skipped"),
    ],
)
def test_a_skip_is_a_failure_only_where_a_browser_is_required(path: str, outcome: str, *, required: bool) -> None:
    report = SimpleNamespace(skipped=True, outcome="skipped", longrepr="no browser")
    FORBID(report, HERE / path, required=required)
    assert report.outcome == outcome
    assert "no browser" in report.longrepr
