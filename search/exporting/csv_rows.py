"""CSV, for spreadsheets: a head of `#` rows, a row of names, a row for each passage.

A spreadsheet takes a cell that begins with `=` and the like for a formula and runs it, and articles are not trusted:
such a cell gets an apostrophe in front. JSON Lines is the form in which nothing is changed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from search.exporting.forms import Head, Row
from search.model import Dating, MentionKind, Span

_MARK = "\ufeff"  # without it Excel reads UTF-8 as something else
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

_COLUMNS: tuple[tuple[str, Callable[[Row], str]], ...] = (
    ("passage_id", lambda r: r.passage.id),
    ("link", lambda r: r.permalink),
    ("article_id", lambda r: r.passage.article.id),
    ("file", lambda r: r.passage.article.source_path),
    ("url", lambda r: r.passage.article.url or ""),
    ("title", lambda r: r.passage.article.title or ""),
    ("outlet", lambda r: r.passage.article.outlet or ""),
    ("place", lambda r: r.passage.article.place or ""),
    ("published", lambda r: _value(r.passage.article.published)),
    ("published_is", lambda r: _grade(r.passage.article.published)),
    ("event", lambda r: _value(r.passage.article.event)),
    ("event_is", lambda r: _grade(r.passage.article.event)),
    ("ordinal", lambda r: str(r.passage.ordinal)),
    ("kind", lambda r: r.passage.kind.value),
    ("heading", lambda r: r.passage.heading or ""),
    ("text", lambda r: r.passage.text),
    ("start", lambda r: str(r.passage.span.start)),
    ("end", lambda r: str(r.passage.span.end)),
    ("speakers", lambda r: _list(r.passage.speakers)),
    ("printed", lambda r: _list(said.printed for said in r.passage.attributions)),
    ("speaks_for", lambda r: _list(said.body or "" for said in r.passage.attributions)),
    ("attribution", lambda r: _list(said.grade.value for said in r.passage.attributions)),
    ("cues", lambda r: _spans(said.cue for said in r.passage.attributions)),
    ("contents", lambda r: _spans(said.content for said in r.passage.attributions)),
    ("persons", lambda r: _list(r.passage.names(MentionKind.PERSON))),
    ("organisations", lambda r: _list(r.passage.names(MentionKind.ORGANISATION))),
    ("documents", lambda r: _list(r.passage.names(MentionKind.DOCUMENT))),
    ("matches", lambda r: _spans(r.matches)),
)


def csv_rows(head: Head, rows: Iterator[Row]) -> Iterator[str]:
    """The result as CSV (RFC 4180), every cell in quotation marks."""
    yield _MARK
    for name, value in head.lines:
        yield _line((f"# {name}", value))
    yield _line(name for name, _ in _COLUMNS)
    for row in rows:
        yield _line(value(row) for _, value in _COLUMNS)


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow([_safe(cell) for cell in cells])
    return line.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _list(values: Iterable[str]) -> str:
    return " | ".join(values)


def _spans(spans: Iterable[Span | None]) -> str:
    return " | ".join("" if span is None else f"{span.start}-{span.end}" for span in spans)


def _value(dating: Dating | None) -> str:
    return dating.value if dating else ""


def _grade(dating: Dating | None) -> str:
    return "" if dating is None else "stated" if dating.stated else "inferred"
