"""CSV: one article per row, its columns named in the first row as the keys of a JSON Lines record are.

The names that archives use for the same things are known too. Cells are divided by commas, semicolons or tabs,
whichever the first row has most of; a text of several paragraphs has line breaks inside its cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from search.errors import SourceError
from search.limits import RECORD_BYTES
from search.readers.encoding import decode
from search.readers.source import Found, Remark, Source
from search.readers.stated import Stated, UnusableError, article_in

# Other names for the keys, as headed in exports of content systems and in data sets.
NAMES = {
    "id": "article_id",
    "headline": "title",
    "heading": "title",
    "published": "date",
    "publication_date": "date",
    "date_published": "date",
    "body": "text",
    "content": "text",
    "article": "text",
    "speech": "text",
    "publication": "outlet",
    "newspaper": "outlet",
    "source": "outlet",
    "link": "url",
    "address": "url",
    "organization": "organisation",
    "speaker_name": "speaker",
}


def key_of(name: str) -> str:
    """The key that a column or a field of another format stands for."""
    plain = name.strip().casefold().replace(" ", "_").replace("-", "_")
    return NAMES.get(plain, plain)


def read_csv(source: Source) -> Iterator[Found]:
    """The articles of a table, row by row; a row that cannot be read is a `SourceError` with its line."""
    try:
        decoded = decode(source)
    except SourceError as problem:
        yield problem
        return
    yield from decoded.remarks
    csv.field_size_limit(RECORD_BYTES)  # one for the whole process, and too small for a speech of hours
    rows = _rows(decoded.text)
    columns: tuple[str, ...] | None = None
    addresses: set[str] = set()
    told = False
    for line, row in rows:
        if isinstance(row, csv.Error):
            yield SourceError(source.path, f"no CSV: {row}", line)
            told = True
        elif columns is not None:
            yield from _article(source, columns, row, line, addresses)
            told = True
        elif "text" in (columns := tuple(key_of(name) for name in row)):
            continue
        else:
            named = ", ".join(name.strip()[:40] for name in row[:20])
            yield SourceError(source.path, f"the first row names no column text (or body, content): {named}", line)
            return
    if not told:
        yield SourceError(source.path, "no article: nothing stands below a first row that names the columns")


def _rows(text: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Each row that is not empty with the line it begins in; a row that is no CSV as the error it is."""
    head = text.lstrip("\n").partition("\n")[0]
    rows = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count), strict=True)
    line = 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield line, problem
        else:
            if any(cell.strip() for cell in row):
                yield line, row
        line = rows.line_num + 1


def _article(
    source: Source, columns: Sequence[str], row: Sequence[str], line: int, addresses: set[str]
) -> Iterator[Found]:
    if len(row) > len(columns):
        yield SourceError(source.path, f"{len(row)} cells, and the first row names {len(columns)}", line)
        return
    values: dict[str, str] = {}
    for key, cell in zip(columns, row, strict=False):
        if cell.strip():
            values.setdefault(key, cell)
    stated = Stated(values)
    try:
        article = article_in(source, stated, stated.text(), line, addresses)
    except UnusableError as problem:
        yield SourceError(source.path, str(problem), line)
        return
    yield from (Remark(source.path, reason, line) for reason in stated.remarks)
    yield article
