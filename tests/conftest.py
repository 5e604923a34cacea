"""What all tests share: one hypothesis profile, and the promise that CI skips no browser test."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

BROWSER_REQUIRED = os.environ.get("WHOSAID_REQUIRE_BROWSER") == "1"
IN_CI = bool(os.environ.get("CI"))

# A search that a busy machine cuts short proves nothing about what it finds; deadlines have tests of their own.
PATIENT = 60.0  # seconds
os.environ["WHOSAID_SEARCH_SECONDS"] = str(PATIENT)

# Time limits per example fail on a busy machine and prove nothing; in CI the same examples come every time.
settings.register_profile("whosaid", deadline=None, derandomize=IN_CI, print_blob=not IN_CI)
settings.load_profile("whosaid")


def forbid_skip(report: Any, path: Path, *, required: bool = BROWSER_REQUIRED) -> None:
    """Turn a skipped browser test into a failed one where a browser is required."""
    if required and report.skipped and "browser" in path.parts and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"WHOSAID_REQUIRE_BROWSER=1, yet skipped: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Look at each test's outcome."""
    report = yield
    forbid_skip(report, item.path)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, Any]:
    """Look at files that are skipped as a whole."""
    report = yield
    forbid_skip(report, collector.path)
    return report
