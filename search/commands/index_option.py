"""The option `--index DIR`, the same for every command that opens the index."""

from __future__ import annotations

from pathlib import Path

import click

from search.config import Settings

option = click.option(
    "--index",
    "index",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=lambda: Settings.from_env().index,
    help="Folder of the index. Default: index, or what WHOSAID_INDEX names.",
)
