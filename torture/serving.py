"""A real server over an index, and clients that measure how long it takes to answer."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

_ADDRESS = re.compile(r"on http://127\.0\.0\.1:(\d+) ")
_PATIENCE = 30  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """A status (0 where nothing came) and the seconds it took."""

    status: int
    seconds: float


@contextmanager
def serving(index: Path) -> Iterator[tuple[int, int]]:
    """The port and the process number of `whosaid serve`."""
    command = [sys.executable, "-m", "search", "serve", "--index", str(index), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            found = _ADDRESS.search(process.stdout.readline() if process.stdout else "")
            if not found:
                msg = "the server did not start"
                raise RuntimeError(msg)
            yield int(found[1]), process.pid
        finally:
            process.terminate()


def ask(port: int, path: str) -> Answer:
    """One request of a connection of its own."""
    started = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        status = answer.status
    except (OSError, HTTPException):
        status = 0
    finally:
        connection.close()
    return Answer(status, time.perf_counter() - started)


def share(answers: list[Answer], part: float) -> float:
    """The seconds within which so much of the answers came."""
    times = sorted(answer.seconds for answer in answers)
    return times[min(int(part * len(times)), len(times) - 1)]
