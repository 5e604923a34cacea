"""JSON Lines: one article per line, with everything it states of itself.

Keys: `article_id`, `title`, `date` (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), `date_precision`, `speaker`, `organisation`,
`outlet`, `url`, and the text itself as `paragraphs` (a list of strings) or `text` (read like a plain text file; not
looked at where there are paragraphs); what looks like mark-up in them is text. Other keys are ignored, and so is null.
A value that cannot be used is told in a remark and counts as unknown.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from search.errors import SourceError
from search.identity import hash16, normalised
from search.limits import RECORD_BYTES
from search.model import Article, ArticleInfo, Dating, Hint, Kind, Precision, Span
from search.readers.addresses import web_address
from search.readers.characters import clean
from search.readers.dates import coarser, read_date
from search.readers.encoding import utf8_of
from search.readers.layout import wrapped_units
from search.readers.source import Found, Remark, Source
from search.readers.titles import Hinted, with_title

_CHARACTERS = 1_000  # of an id, a title or a name: more is a mistake


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
                article, remarks = _read_record(source, number, line, addresses)
            except _UnusableError as problem:
                yield SourceError(source.path, str(problem), number)
            else:
                yield from (Remark(source.path, reason, number) for reason in remarks)
                yield article


class _UnusableError(Exception):
    """This line is no article; the message says why."""


@dataclass(frozen=True, slots=True)
class _Record:
    """The values of one line, and what was found wrong with them so far."""

    values: dict[str, Any]
    remarks: list[str] = field(default_factory=list)

    def words(self, key: str) -> str | None:
        """One line of text, or None."""
        value = self.values.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value) if abs(value) < 10**18 else None  # a longer number is no id and slow to print
        if not isinstance(value, str) or len(value) > _CHARACTERS:
            self.remarks.append(f"{key} is not a text of at most {_CHARACTERS} characters: ignored")
            return None
        return normalised(clean(value)) or None

    def address(self) -> str | None:
        stated = self.words("url")
        address = web_address(stated) if stated else None
        if stated and not address:
            self.remarks.append("url is no http or https address: ignored")
        return address

    def published(self) -> Dating | None:
        stated = self.words("date")
        if stated is None:
            return None
        dating = read_date(stated)
        if dating is None:
            self.remarks.append(f"date {stated[:40]!r} cannot be used: undated")
            return None
        precision = self.words("date_precision")
        if precision in {known.value for known in Precision}:
            dating = coarser(dating, Precision(precision))
        elif precision is not None:
            self.remarks.append("date_precision is none of day, month, year: ignored")
        return Dating(dating.day, dating.precision, stated=True, evidence=f"date {dating.evidence}")

    def text(self) -> Hinted:
        paragraphs = self.values.get("paragraphs")
        if paragraphs is not None:
            return _paragraphs(paragraphs)
        text = self.values.get("text")
        if not isinstance(text, str):
            msg = "no text: neither paragraphs nor text" if text is None else "text is not a string"
            raise _UnusableError(msg)
        whole = clean(text)
        return whole, wrapped_units(whole)


def _read_record(source: Source, number: int, line: bytes, addresses: set[str]) -> tuple[Article, list[str]]:
    """The article of one line; `addresses` are those that name an article of the lines above."""
    record = _Record(_values(line))
    text, hints = record.text()
    if not text.strip():
        msg = "no text: it is empty"
        raise _UnusableError(msg)
    title, url, published = record.words("title"), record.address(), record.published()
    speaker, organisation = record.words("speaker"), record.words("organisation")
    text, hints = with_title(title, text, hints)
    stated = record.words("article_id")
    name = url or hash16(source.path, str(number))
    if stated is None and name in addresses:  # several speeches of one sitting
        name = hash16(name, text, speaker or "", organisation or "", published.value if published else "")
    addresses.add(stated or name)
    info = ArticleInfo(
        id=stated or name,
        title=title,
        outlet=record.words("outlet"),
        place=None,
        published=published,
        event=None,
        url=url,
        source_path=source.path,
        sha256=source.sha256,
    )
    article = Article(info, text, hints, speaker, organisation, line=number, id_stated=stated is not None)
    return article, record.remarks


def _values(line: bytes) -> dict[str, Any]:
    if len(line) > RECORD_BYTES:
        msg = f"longer than {RECORD_BYTES // 1_000_000} MB"
        raise _UnusableError(msg)
    try:
        values = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as problem:
        msg = f"byte {problem.start} of the line is not UTF-8"
        raise _UnusableError(msg) from problem
    except json.JSONDecodeError as problem:
        msg = f"not JSON: {problem.msg} at column {problem.colno}"
        raise _UnusableError(msg) from problem
    except (ValueError, RecursionError) as problem:  # a number of thousands of digits, brackets without end
        msg = "not JSON of a sane shape"
        raise _UnusableError(msg) from problem
    if not isinstance(values, dict):
        msg = "not a JSON object"
        raise _UnusableError(msg)
    return values


def _paragraphs(values: object) -> Hinted:
    """One paragraph after the other; one of several lines is hinted as one."""
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        msg = "paragraphs is not a list of strings"
        raise _UnusableError(msg)
    cleaned = [paragraph for value in values if (paragraph := clean(value).strip())]
    hints: list[Hint] = []
    start = 0
    for paragraph in cleaned:
        if "\n" in paragraph:
            hints.append(Hint(Span(start, start + len(paragraph)), Kind.BODY))
        start += len(paragraph) + 1
    return "\n".join(cleaned), tuple(hints)
