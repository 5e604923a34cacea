"""Many queries at once: a table of them in, a line of JSON for each out, to be taken up again where it ended."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from search.engines.base import SearchEngine
from search.errors import BatchError
from search.limits import RECORD_BYTES
from search.query import Query
from search.records import Record, page_record

COLUMN = "query"
_OF_ONE = {"facets", "elapsed_ms", "page", "pages"}  # what a single search says beside its hits


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of the table: its number, from 1, and its query."""

    row: int
    text: str


def queries_in(table: bytes) -> tuple[Asked, ...]:
    """The queries of a CSV file in UTF-8 with a column `query`; empty ones are left out. Raises `BatchError`."""
    csv.field_size_limit(RECORD_BYTES)
    try:
        rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), strict=True))
    except UnicodeDecodeError as problem:
        msg = f"byte {problem.start} is not UTF-8; save the table as UTF-8"
        raise BatchError(msg) from problem
    except csv.Error as problem:
        msg = f"no CSV: {problem}"
        raise BatchError(msg) from problem
    asked = tuple(Asked(row, text) for row, cells in enumerate(rows, start=1) if (text := _query(cells)))
    if not asked:
        msg = f"no query: the first row must name a column {COLUMN}, and the others have one there"
        raise BatchError(msg)
    return asked


def done_in(output: str, queries: Sequence[Asked], generation: str, hits: int) -> int:
    """How many of the queries have their answer in an output of whole lines. Raises `BatchError` for another's."""
    lines = output.split("\n")[:-1]
    for asked, line in zip(queries, lines, strict=False):
        try:
            record: Any = json.loads(line)
            same = (record["row"], record["query"]) == (asked.row, asked.text)
            current = (record["generation"], record["page_size"]) == (generation, hits)
        except (ValueError, KeyError, TypeError):
            same = current = False
        if not (same and current):
            why = "of another table" if not same else "of another generation of the index or with another --hits"
            msg = f"line {asked.row} of the output is {why}; name a new file, or remove that one to begin anew"
            raise BatchError(msg)
    if len(lines) > len(queries):
        msg = "the output has more answers than there are queries; name a new file"
        raise BatchError(msg)
    return len(lines)


def answers(engine: SearchEngine, queries: Sequence[Asked], generation: str, hits: int) -> Iterator[Record]:
    """The answer to each query: as of a single search, with its row and the generation, without facets and times."""
    for asked in queries:
        result = replace(engine.search(Query(asked.text, page_size=hits)), facets=())
        record = {name: value for name, value in page_record(result, asked.text).items() if name not in _OF_ONE}
        yield {"row": asked.row, "generation": generation, **record}


def _query(cells: dict[str | Any, str | Any]) -> str:
    named = {str(name).strip().casefold(): value for name, value in cells.items()}
    return str(named.get(COLUMN) or "").strip()
