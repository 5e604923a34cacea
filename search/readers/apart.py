"""Reading in a process apart, with so much time and memory and no more.

The parsers of web pages are written in C: nothing stops them from outside, and a few need time by the square of a
hostile page, or fall. Whatever happens there costs one file.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from search.errors import SourceError
from search.readers.source import Found, Reader, Source

_MEASURE = Path("/proc/self/statm")  # its first figure is what the process has, in pages
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_NO_MEMORY = 3  # exit codes of the process apart
_FAILED = 4


def read_apart(read: Reader, source: Source, seconds: int, memory: int) -> Iterator[Found]:
    """What `read` finds, if it needs no more than so many seconds of work and `memory` bytes beyond what there is."""

    def work() -> bytes:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        if _MEASURE.exists():
            most = int(_MEASURE.read_text().split()[0]) * resource.getpagesize() + memory
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
        return pickle.dumps(list(read(source)))

    code, data = _done_apart(work)
    if code == 0:
        yield from cast("list[Found]", pickle.loads(data))  # noqa: S301 - from a process of our own
    elif code in {-signal.SIGXCPU, -signal.SIGKILL}:
        yield SourceError(source.path, f"takes more than {seconds} seconds to read")
    elif code == _NO_MEMORY:
        yield SourceError(source.path, f"takes more than {memory // 1_000_000} MB of memory to read")
    else:
        yield SourceError(source.path, "the parser fails on it")


def _done_apart(work: Callable[[], bytes]) -> tuple[int, bytes]:
    """The exit code of a copy of this process that did the work, and what came of it."""
    out, into = os.pipe()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)  # none may come between the copy and its minder
    child = os.fork()
    if child == 0:
        code = _FAILED
        try:
            with os.fdopen(into, "wb") as pipe:
                pipe.write(work())
            code = 0
        except MemoryError:
            code = _NO_MEMORY
        finally:
            if code == _FAILED:
                traceback.print_exc()
            os._exit(code)  # nothing of what the copy holds is to be flushed or closed twice
    try:
        os.close(into)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        with os.fdopen(out, "rb") as pipe:
            data = pipe.read()
    except BaseException:  # a signal, of which the copy knows nothing: it is not left behind
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, data
