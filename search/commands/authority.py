"""The option `--authority PATH|none`, the same for every command that reads articles."""

from __future__ import annotations

from pathlib import Path

import click

from search.authority import Authority, read_authority

FILE_NAME = "authority.toml"

option = click.option(
    "--authority",
    "choice",
    metavar="PATH|none",
    help=f"Who holds which office, as TOML. Default: {FILE_NAME} beside the articles, if there is one.",
)


def chosen(choice: str | None, folder: Path) -> Authority | None:
    """The authority asked for, else the one that lies in `folder`, else none. Raises `AuthorityError`."""
    if choice == "none":
        return None
    if choice is not None:
        return read_authority(Path(choice))
    beside = folder / FILE_NAME
    return read_authority(beside) if beside.is_file() else None
