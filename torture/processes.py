"""Work in a copy of this process, so that it can be killed, or die, or run beside."""

from __future__ import annotations

import os
from collections.abc import Callable

FELL = 1  # the code of one that ended with an exception


def apart(work: Callable[[], int]) -> int:
    """Begin some work, which gives the exit code, in a copy of this process; the number of the process."""
    child = os.fork()
    if child:
        return child
    code = FELL
    try:
        code = work()
    finally:
        os._exit(code)


def code_of(child: int) -> int:
    """Wait for a process; its exit code, or minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
