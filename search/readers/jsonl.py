"""JSON Lines: one article per line, with everything it states of itself.

Keys: `article_id`, `title`, `date` (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), `date_precision`, `speaker`, `organisation`,
`outlet`, `url`, and the text itself as `paragraphs` (a list of strings) or `text` (read like a plain text file; not
looked at where there are paragraphs); what looks like mark-up in them is text. Other keys are ignored, and so is null.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from search.errors import SourceError
from search.limits import RECORD_BYTES
from search.readers.encoding import utf8_of
from search.readers.source import Found, Remark, Source
from search.readers.stated import Stated, UnusableError, article_in


def read_jsonl(source: Source) -> Iterator[Found]:
    """The articles of a file, line by line; a line that cannot be read is a `SourceError` with its number."""
    try:
        data = utf8_of(source)
    except SourceError as problem:
        yield problem
        return
    addresses: set[str] = set()
    for number, line in enumerate(io.BytesIO(data), start=1):
        if line.strip():
            try:
                stated = Stated(_values(line))
                article = article_in(source, stated, stated.text(), number, addresses)
            except UnusableError as problem:
                yield SourceError(source.path, str(problem), number)
            else:
                yield from (Remark(source.path, reason, number) for reason in stated.remarks)
                yield article


def _values(line: bytes) -> dict[str, Any]:
    if len(line) > RECORD_BYTES:
        msg = f"longer than {RECORD_BYTES // 1_000_000} MB"
        raise UnusableError(msg)
    try:
        values = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as problem:
        msg = f"byte {problem.start} of the line is not UTF-8"
        raise UnusableError(msg) from problem
    except json.JSONDecodeError as problem:
        msg = f"not JSON: {problem.msg} at column {problem.colno}"
        raise UnusableError(msg) from problem
    except (ValueError, RecursionError) as problem:  # a number of thousands of digits, brackets without end
        msg = "not JSON of a sane shape"
        raise UnusableError(msg) from problem
    if not isinstance(values, dict):
        msg = "not a JSON object"
        raise UnusableError(msg)
    return values
