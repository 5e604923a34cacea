"""`whosaid check`: every byte of the index held against what was built."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from search import generations
from search.archive import Archive
from search.commands import index_option
from search.commands.output import counted, note, plain, say, say_json
from search.config import Settings
from search.errors import IndexStateError, build_command
from search.ledger.store import demand_sound, place_of
from search.manifest import Manifest, damaged_files, read_manifest


@click.command("check")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with every damaged file.")
@index_option.option
def command(index: Path, *, as_json: bool) -> None:
    """Compare every byte of the index with what was built, and name each file that is damaged.

    Changes nothing. The exit code is 3 where a file is damaged or missing, or the index cannot be opened.
    """
    number = generations.current(index)
    if number is None:
        msg = f"there is no index in {index}; build it: {build_command(index)}"
        raise IndexStateError(msg)
    place = generations.folder(index, number)
    manifest = read_manifest(place)
    damaged = [str(path) for path in damaged_files(place / generations.ENGINE_FOLDER, manifest, hashes=True)]
    if as_json:
        counts = {"files": len(manifest.files), "bytes": manifest.size, "damaged": damaged}
        say_json({"index": str(index), "generation": number, **counts})
    for path in damaged:
        note(f"DAMAGED {plain(path)}")
    if damaged:
        msg = f"{counted(len(damaged), 'file')} of {index} missing or damaged; build it again: {build_command(index)}"
        raise IndexStateError(msg)
    _open(index, manifest)
    demand_sound(place_of(index, Settings.from_env().ledger))  # no manifest lists it: it changes in place
    if not as_json:
        files = counted(len(manifest.files), "file")
        say(f"{index}, generation {number}: {files}, {manifest.size:,} bytes, all sound.")


def _open(index: Path, manifest: Manifest) -> None:
    """See whether the engine finds in its files what the manifest says was put there. Raises `IndexStateError`."""
    with closing(Archive(index)) as archive:
        held = archive.engine().statistics().passages
    written = sum(article.passages for article in manifest.articles.values())
    if held != written:
        msg = f"{index} answers from {held:,} passages, but {written:,} were put in; build it again: "
        raise IndexStateError(msg + build_command(index))
