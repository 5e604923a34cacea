"""Serving: a free port, a busy port, a signal in the middle of a request."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from search.cli import run
from search.limits import REQUEST_BODY_BYTES, REQUEST_HEADER_BYTES

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = re.compile(r"Serving (1 article) on http://127\.0\.0\.1:(\d+) \(Ctrl-C stops\)\n")
PATIENCE = 60  # seconds until a program that says nothing is stopped

# A request that stops its own server before it is answered.
STOPS_ITSELF = """
import os, signal, sys
import webapp
from search.cli import run
def app(environ, start_response):
    os.kill(os.getpid(), signal.SIGTERM)
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "100000")])
    return [b"x" * 1000] * 100
webapp.create_app = lambda archive, settings: app
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text("The harbour\nThe council agreed on the harbour, and the mayor signed.\n")
    assert run(["index", str(folder / "seeds"), "--index", str(folder / "index")]) == 0
    return folder / "index"


@contextmanager
def serving(*command: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The port and the process of a server on a free port."""
    with subprocess.Popen(
        [sys.executable, *command, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        watchdog = threading.Timer(PATIENCE, process.kill)
        watchdog.start()
        try:
            assert process.stdout is not None
            found = ADDRESS.fullmatch(process.stdout.readline())
            assert found
            yield int(found[2]), process
        finally:
            watchdog.cancel()
            process.kill()


def ask(port: int, path: str, method: str = "GET", **more: object) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, **more)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_page_is_served_until_a_signal_comes(index: Path, number: signal.Signals, code: int) -> None:
    with serving("-m", "search", "serve", "--index", str(index)) as (port, process):
        status, page = ask(port, "/search?q=harbour")
        assert status == 200
        assert b"<mark>harbour</mark>" in page
        process.send_signal(number)
        _, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == code
        assert err.splitlines()[-1] == "Stopped."
        assert "Traceback" not in err


def test_a_request_in_flight_is_finished_before_the_end(index: Path) -> None:
    with serving("-c", STOPS_ITSELF, "serve", "--index", str(index)) as (port, process):
        assert ask(port, "/") == (200, b"x" * 100_000)
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 143


def test_requests_over_the_limits_are_refused(index: Path) -> None:
    with serving("-m", "search", "serve", "--index", str(index)) as (port, _):
        assert ask(port, "/", headers={"X-Long": "x" * REQUEST_HEADER_BYTES})[0] == 431
        assert ask(port, "/search", method="POST", body=b"x" * (REQUEST_BODY_BYTES + 1))[0] == 413


def test_a_new_build_is_noticed_without_a_restart(index: Path) -> None:
    corpus = index.parent / "seeds"
    with serving("-m", "search", "serve", "--index", str(index)) as (port, _):
        assert b"lighthouse</mark>" not in ask(port, "/search?q=lighthouse")[1]
        (corpus / "b.txt").write_text("The lighthouse\nThe council agreed on the lighthouse, and the mayor signed.\n")
        try:
            assert run(["index", str(corpus), "--index", str(index)]) == 0
            assert b"lighthouse</mark>" in ask(port, "/search?q=lighthouse")[1]
        finally:
            (corpus / "b.txt").unlink()
            assert run(["index", str(corpus), "--index", str(index), "--prune", "--force"]) == 0


def test_a_busy_port_is_code_two_and_says_how_to_choose_another(index: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        assert run(["serve", "--index", str(index), "--port", str(port)]) == 2
    out, err = capfd.readouterr()
    assert (out, err) == (
        "",
        f"whosaid: port {port} on 127.0.0.1 cannot be opened: it is in use; choose another with --port or PORT=\n",
    )


@pytest.mark.parametrize("host", ["a..b", "203.0.113.7"])
def test_an_address_that_is_not_ours_is_code_two(index: Path, capfd: pytest.CaptureFixture[str], host: str) -> None:
    assert run(["serve", "--index", str(index), "--host", host, "--port", "0"]) == 2
    assert host in capfd.readouterr().err


def test_a_setting_that_cannot_be_used_is_code_two(
    index: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "http")
    assert run(["serve", "--index", str(index)]) == 2
    assert "PORT='http' cannot be used" in capfd.readouterr().err
