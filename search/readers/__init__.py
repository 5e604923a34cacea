"""Bytes to articles: one file per input format.

`read` yields three things in the order of the source. An `Article` was read. A `SourceError` is a record (or a whole
file) that was not read; the others are not affected. A `Remark` is a warning about something that was read
nevertheless: show it, and change no exit code for it. Nothing is ever raised, whatever the bytes are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from search.errors import SourceError
from search.limits import HTML_AT_ONCE_BYTES, HTML_MEMORY, HTML_SECONDS
from search.model import Article
from search.readers.apart import read_apart
from search.readers.csv_table import read_csv
from search.readers.jsonl import read_jsonl
from search.readers.markdown import read_markdown
from search.readers.sizes import sized
from search.readers.source import Found, Reader, Source
from search.readers.txt import read_txt


def _read_html(source: Source) -> Iterator[Found]:
    from search.readers.html import read_html  # noqa: PLC0415 - its libraries load slowly: only pages should pay for it

    if len(source.data) > HTML_AT_ONCE_BYTES:
        return read_apart(read_html, source, HTML_SECONDS, HTML_MEMORY)
    return read_html(source)


def _read_tei(source: Source) -> Iterator[Found]:
    from search.readers.tei import read_tei  # noqa: PLC0415 - as for pages

    return read_tei(source)


READERS: dict[str, Reader] = {
    ".txt": read_txt,
    ".html": _read_html,
    ".htm": _read_html,
    ".jsonl": read_jsonl,
    ".csv": read_csv,
    ".md": read_markdown,
    ".xml": _read_tei,
}


def read(source: Source) -> Iterator[Found]:
    """Everything found in a source, by the reader for its suffix."""
    suffix = PurePosixPath(source.path).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        yield SourceError(source.path, f"no reader for {suffix or 'a file without suffix'}: {', '.join(READERS)}")
        return
    for found in reader(source):
        yield from sized(found) if isinstance(found, Article) else (found,)
