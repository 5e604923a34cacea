"""A log line is one line, whatever a caller or an article says."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import LOGS, Settings
from webapp import create_app, logs
from webapp.logs import OneLine

if TYPE_CHECKING:
    from flask import Flask


def record(message: str, problem: Exception | None = None) -> logging.LogRecord:
    what = (type(problem), problem, None) if problem else None
    return logging.LogRecord("x", logging.ERROR, "x.py", 1, "%s", (message,), what)


@given(st.text())
def test_a_record_is_one_line_of_printable_characters(message: str) -> None:
    lines = OneLine("%(message)s").format(record(message)).splitlines()
    assert all(line.isprintable() for line in lines)
    assert all(line.startswith("  | ") for line in lines[1:])


def test_what_an_exception_says_cannot_pass_for_a_line_of_its_own() -> None:
    shown = OneLine("%(levelname)s %(message)s").format(record("fell", ValueError("x\nERROR forged\x1b[2J")))
    assert shown.splitlines() == ["ERROR fell", "  | ValueError: x", "  | ERROR forged\\x1b[2J"]


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield io.StringIO()
    root.handlers[:] = before
    root.setLevel(level)


@pytest.mark.parametrize("level", LOGS)
def test_a_request_is_told_as_far_as_the_operator_wishes(archive: object, stream: io.StringIO, level: str) -> None:
    logs.start(stream, level)
    app: Flask = create_app(archive, Settings(log=level))
    app.test_client().get("/search?q=har%0Abour", environ_overrides={"REQUEST_METHOD": "GET"})
    lines = [json.loads(line.removeprefix("INFO whosaid.requests: ")) for line in stream.getvalue().splitlines()]
    if level == "errors":
        assert lines == []
        return
    [line] = lines
    assert (line["method"], line["path"], line["status"]) == ("GET", "/search", 200)
    assert line["ms"] >= 0
    assert line.get("query") == ("q=har%0Abour" if level == "queries" else None)


def test_a_fault_is_logged_once_without_the_query(archive: object, stream: io.StringIO) -> None:
    logs.start(stream, "errors")
    app = create_app(archive, Settings())
    app.add_url_rule("/fault", view_func=lambda: 1 / 0)
    assert app.test_client().get("/fault?q=secret").status_code == 500
    lines = stream.getvalue().splitlines()
    assert [line for line in lines if not line.startswith("  | ")] == ["ERROR webapp: Exception on /fault [GET]"]
    assert "secret" not in stream.getvalue()
