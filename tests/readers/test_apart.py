"""What goes wrong in a process apart is a problem of one file."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.errors import SourceError
from search.model import Article
from search.readers import read
from search.readers.apart import read_apart
from search.readers.source import Found, Remark, Source
from search.readers.txt import read_txt

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Source("a.html", b"A line of text.", "0" * 64)
MEMORY = 200_000_000


def never_ends(_: Source) -> Iterator[Found]:
    while True:
        pass


def takes_everything(_: Source) -> Iterator[Found]:
    yield from [Remark("a.html", "x" * 10_000_000_000)]


def falls(_: Source) -> Iterator[Found]:
    faulthandler.disable()
    yield Remark("a.html", ctypes.string_at(0).decode())


def raises(_: Source) -> Iterator[Found]:
    msg = "a parser's own error"
    raise ValueError(msg)


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        (never_ends, "takes more than 1 seconds to read"),
        (takes_everything, "takes more than 200 MB of memory to read"),
        (falls, "the parser fails on it"),
        (raises, "the parser fails on it"),
    ],
)
def test_a_reader_out_of_bounds_is_a_named_problem(reader: object, reason: str) -> None:
    [problem] = read_apart(reader, SOURCE, 1, MEMORY)
    assert isinstance(problem, SourceError)
    assert (problem.path, problem.reason, problem.line) == ("a.html", reason, None)


def test_the_fault_of_a_parser_is_shown_to_the_operator(capfd: pytest.CaptureFixture[str]) -> None:
    assert len(list(read_apart(raises, SOURCE, 10, MEMORY))) == 1
    assert "ValueError: a parser's own error" in capfd.readouterr().err


def test_what_is_read_apart_is_what_is_read_here() -> None:
    source = Source("a.txt", "Số 21. Café \ufffd\n".encode() * 50_000, "0" * 64)
    assert list(read_apart(read_txt, source, 10, MEMORY)) == list(read_txt(source))


def test_a_problem_comes_back_whole() -> None:
    def refuses(_: Source) -> Iterator[Found]:
        yield SourceError("a.jsonl", "not JSON", 7)

    [problem] = read_apart(refuses, SOURCE, 10, MEMORY)
    assert isinstance(problem, SourceError)
    assert (str(problem), problem.line) == ("a.jsonl:7: not JSON", 7)


def test_a_large_page_is_read_as_a_small_one_is() -> None:
    page = "<article><h1>The harbour</h1>" + "<p>The council agreed on the harbour.</p>" * 10_000 + "</article>"
    [article] = (found for found in read(Source("a.html", page.encode(), "0" * 64)) if isinstance(found, Article))
    assert article.text.count("The council agreed on the harbour.") == 10_000


STOPPED = """
import os, signal, sys
from search.readers.apart import read_apart
from search.readers.source import Source
def tells_and_never_ends(source):
    print(os.getpid(), flush=True)
    os.kill(os.getppid(), signal.SIGINT)
    while True:
        pass
try:
    list(read_apart(tells_and_never_ends, Source("a", b"", ""), 60, 10**9))
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_a_signal_ends_both_processes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STOPPED], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 130, done.stderr
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), signal.SIGCONT)
