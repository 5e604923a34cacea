"""The command line: gathers the commands and turns every error into a message and an exit code."""

from __future__ import annotations

import errno
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from search.commands import (
    authority_file,
    batch,
    check,
    evaluate,
    explain,
    export,
    index,
    inspect,
    ledger,
    search,
    serve,
    stats,
)
from search.commands.output import note, prepare
from search.errors import (
    EngineError,
    IndexStateError,
    NoSpaceError,
    NotFoundError,
    PartialError,
    SearchError,
    SourceError,
)

DONE, PARTLY, WRONG_USE, NO_INDEX, NO_SPACE, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 4, 130, 143


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done; 1 done in part or not found; 2 wrong use; 3 no usable index; 4 disk full; "
    "130 or 143 stopped by a signal.",
)
@click.version_option(package_name="whosaid", prog_name="whosaid")
def whosaid() -> None:
    """Search archives of news and official speech: who said what, when, and for which body."""


for command in (
    index.command,
    search.command,
    export.command,
    batch.command,
    inspect.command,
    explain.command,
    stats.command,
    check.command,
    serve.command,
    evaluate.command,
    authority_file.command,
    ledger.command,
    ledger.forgetting,
):
    whosaid.add_command(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (default: that of the process) and give its exit code."""
    prepare()
    before = signal.signal(signal.SIGTERM, _terminated)
    try:
        code = whosaid.main(arguments, prog_name="whosaid", standalone_mode=False)
    except click.Abort:
        note("Stopped.")
        return INTERRUPTED
    except click.ClickException as problem:
        problem.show()
        return WRONG_USE
    except SearchError as problem:
        note(f"whosaid: {problem}")
        return code_of(problem)
    except OSError as problem:
        if problem.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        note(f"whosaid: the disk is full: {problem}")
        return NO_SPACE
    finally:
        signal.signal(signal.SIGTERM, before)
    return code if isinstance(code, int) else DONE


def code_of(problem: SearchError) -> int:
    """The exit code an error of ours stands for."""
    match problem:
        case NotFoundError() | SourceError() | PartialError():
            return PARTLY
        case IndexStateError() | EngineError():
            return NO_INDEX
        case NoSpaceError():
            return NO_SPACE
        case _:
            return WRONG_USE


def _terminated(_number: int, _frame: FrameType | None) -> None:
    """Unwind as an exception, so that whatever is being written is undone."""
    sys.exit(TERMINATED)
