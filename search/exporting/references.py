"""BibTeX and RIS, for reference managers: an entry for each passage, as its citation is."""

from __future__ import annotations

from collections.abc import Iterator

from search.citing import CITATIONS, reference_of
from search.citing.bibtex import escaped
from search.citing.lines import one_line
from search.exporting.forms import Head, Row


def bibtex_entries(head: Head, rows: Iterator[Row]) -> Iterator[str]:
    """Entries after a comment that says where they come from."""
    lines = "".join(f"  {name}: {escaped(one_line(value))}\n" for name, value in head.lines)
    yield f"@comment{{whosaid\n{lines}}}\n"
    yield from _entries("bibtex", rows)


def ris_records(head: Head, rows: Iterator[Row]) -> Iterator[str]:
    """Records after lines without a tag, which readers of RIS pass over."""
    yield "".join(f"whosaid {name}: {one_line(value)}\n" for name, value in head.lines)
    yield from _entries("ris", rows)


def _entries(form: str, rows: Iterator[Row]) -> Iterator[str]:
    write = CITATIONS[form].write
    return (f"\n{write(reference_of(row.passage, row.permalink))}" for row in rows)
