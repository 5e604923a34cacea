"""Serving: a free port, a busy port, a signal in the middle of a request."""

from __future__ import annotations

import contextlib
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from search.cli import run
from search.limits import REQUEST_BODY_BYTES, REQUEST_HEADER_BYTES, REQUEST_LINE_BYTES
from webapp.security import HEADERS

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

# An answer without end, to somebody who does not read it, until it is closed.
UNREAD = """
import os, sys
import webapp, webapp.server
from search.cli import run
webapp.server.UNREAD_SECONDS = 1
class Endless:
    def __iter__(self):
        return self
    def __next__(self):
        return b"x" * 65536
    def close(self):
        os._exit(7)
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return Endless()
webapp.create_app = lambda archive, settings: app
sys.exit(run(sys.argv[1:]))
"""

# A program that ends when anything in the index is opened for writing, made, moved or removed.
ONLY_READS = """
import os, sys
from search.cli import run
index = sys.argv.pop(1)
def hook(event, details):
    writes = event == "open" and isinstance(details[2], int) and details[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    changes = event in {"os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}
    if (writes or changes) and index in str(details[0]):
        os._exit(9)
sys.addaudithook(hook)
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


@pytest.fixture(scope="module")
def served(index: Path) -> Iterator[int]:
    """The port of a server of that index."""
    with serving("-m", "search", "serve", "--index", str(index)) as (port, _):
        yield port


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


def test_everything_that_arrived_is_answered_before_the_end(index: Path) -> None:
    """Far more than is in flight, of one connection and of many, and no new connection afterwards."""
    with serving("-c", STOPS_ITSELF, "serve", "--index", str(index)) as (port, process):
        connections = [socket.create_connection(("127.0.0.1", port), PATIENCE) for _ in range(20)]
        with contextlib.ExitStack() as opened:
            for connection in connections:
                opened.enter_context(connection)
                connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            answers = [all_of(connection) for connection in connections]
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 143
        whole = [answer for answer in answers if answer.endswith(b"x" * 100_000)]
        assert whole
        assert set(answers) <= {*whole, b""}  # nothing of those that were still on their way when it stopped
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port))


def all_of(connection: socket.socket) -> bytes:
    """What comes back until the end; nothing where the connection was never taken."""
    try:
        with connection.makefile("rb") as answer:
            return answer.read()
    except ConnectionResetError:
        return b""


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /search HTTP/1.1\r\nX-Long: " + b"x" * REQUEST_HEADER_BYTES + b"\r\n\r\n", 431),
        (b"POST /search HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (REQUEST_BODY_BYTES + 1), 413),
        (b"GET /search?q=" + b"x" * REQUEST_LINE_BYTES + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 404),
        (b"GET /static/%2e%2e/__init__.py HTTP/1.1\r\nHost: x\r\n\r\n", 404),
    ],
    ids=["header", "body", "line", "coding", "nonsense", "length", "path", "static"],
)
def test_what_is_refused_carries_the_headers_of_every_answer(served: int, request_: bytes, status: int) -> None:
    with socket.create_connection(("127.0.0.1", served), PATIENCE) as connection:
        connection.sendall(request_)
        answer = HTTPResponse(connection)
        answer.begin()
        assert answer.status == status
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Server" not in answer.headers


PRINTS_THE_CALLER = """
import sys
import webapp
from search.cli import run
whole = webapp.create_app
def create_app(archive, settings):
    app = whole(archive, settings)
    from flask import request
    app.add_url_rule("/caller", view_func=lambda: f"{request.scheme} {request.remote_addr} {request.host}")
    return app
webapp.create_app = create_app
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(("proxies", "caller"), [("0", b"http 127.0.0.1 x"), ("1", b"https 203.0.113.9 x")])
def test_a_stated_caller_is_believed_from_a_known_proxy_alone(
    index: Path, monkeypatch: pytest.MonkeyPatch, proxies: str, caller: bytes
) -> None:
    monkeypatch.setenv("WHOSAID_PROXIES", proxies)
    forged = {"X-Forwarded-For": "198.51.100.1, 203.0.113.9", "X-Forwarded-Proto": "https", "Host": "x"}
    with serving("-c", PRINTS_THE_CALLER, "serve", "--index", str(index)) as (port, _):
        assert ask(port, "/caller", headers={**forged, "X-Forwarded-Host": "evil.example"}) == (200, caller)


def test_no_caller_can_forge_a_line_of_the_log_and_no_query_is_in_it(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAID_LOG", "requests")
    with serving("-m", "search", "serve", "--index", str(index)) as (port, process):
        ask(port, "/p/x%0AERROR%20whosaid:%20forged%1b%5b2J?q=harbour%0Asecret")
        process.terminate()
        lines = process.communicate(timeout=PATIENCE)[1].splitlines()
    assert len(lines) == 2
    assert lines[0].startswith('INFO whosaid.requests: {"method": "GET", "path": "/p/x\\nERROR whosaid: forged\\u001b')
    assert "secret" not in lines[0]


def test_the_archive_is_only_read_while_it_is_served(index: Path) -> None:
    def state() -> dict[str, tuple[int, int]]:
        return {str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for path in [index, *index.rglob("*")]}

    before = state()
    with serving("-c", ONLY_READS, str(index), "serve", "--index", str(index)) as (port, _):
        assert [ask(port, path)[0] for path in ("/", "/search?q=harbour", "/help", "/readyz")] == [200] * 4
    assert state() == before


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


def test_an_answer_that_nobody_reads_gives_its_place_back(index: Path) -> None:
    with (
        serving("-c", UNREAD, "serve", "--index", str(index)) as (port, process),
        socket.create_connection(("127.0.0.1", port)) as silent,
    ):
        silent.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert process.wait(PATIENCE) == 7
