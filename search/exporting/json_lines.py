"""JSON Lines, for programs: the head on the first line, then a line for each passage, as `inspect --json` prints it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from search.exporting.forms import Head, Row
from search.records import filter_record, interpretation_record, passage_record


def json_lines(head: Head, rows: Iterator[Row]) -> Iterator[str]:
    """The result as one JSON object per line; nothing of a passage is changed or left out."""
    yield _line(
        {
            "query": head.asked,
            "text": head.query.text,
            "filters": [filter_record(chosen) for chosen in head.query.filters],
            "excluded": [filter_record(refused) for refused in head.query.excluded],
            "interpretation": [interpretation_record(part) for part in head.interpretation],
            "total": head.total,
            "generation": head.generation,
            "made": head.made,
            "address": head.address,
        }
    )
    for row in rows:
        spans = [[span.start, span.end] for span in row.matches]
        record = passage_record(row.passage, row.passage.article.source_path)
        yield _line({**record, "speakers": list(row.passage.speakers), "matches": spans, "link": row.permalink})


def _line(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
