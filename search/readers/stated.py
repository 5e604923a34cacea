"""What a record states of its article, whatever the format it stands in: the keys of `docs/archives.md`.

A value that cannot be used is told in a remark and counts as unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from search.identity import hash16, normalised
from search.model import Article, ArticleInfo, Dating, Hint, Kind, Precision, Span
from search.readers.addresses import web_address
from search.readers.characters import clean
from search.readers.dates import coarser, read_date
from search.readers.layout import wrapped_units
from search.readers.source import Source
from search.readers.titles import Hinted, with_title

_CHARACTERS = 1_000  # of an id, a title or a name: more is a mistake


class UnusableError(Exception):
    """This record is no article; the message says why."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The values of one record, and what was found wrong with them so far."""

    values: Mapping[str, Any]
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
        """Where the article was published."""
        stated = self.words("url")
        address = web_address(stated) if stated else None
        if stated and not address:
            self.remarks.append("url is no http or https address: ignored")
        return address

    def published(self) -> Dating | None:
        """The day, or as much of it as is stated."""
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
        """The `paragraphs`, else the `text`. Raises `UnusableError`."""
        paragraphs = self.values.get("paragraphs")
        if paragraphs is not None:
            return _paragraphs(paragraphs)
        text = self.values.get("text")
        if not isinstance(text, str):
            msg = "no text: neither paragraphs nor text" if text is None else "text is not a string"
            raise UnusableError(msg)
        whole = clean(text)
        return whole, wrapped_units(whole)


def article_in(
    source: Source, stated: Stated, text: Hinted, line: int | None = None, addresses: set[str] | None = None
) -> Article:
    """The article that a record states, in a source of several at its `line`. Raises `UnusableError`.

    `addresses` are those that name an article of the records before; the new one is added.
    """
    body, hints = text
    if not body.strip():
        msg = "no text: it is empty"
        raise UnusableError(msg)
    title, url, published = stated.words("title"), stated.address(), stated.published()
    speaker, organisation = stated.words("speaker"), stated.words("organisation")
    body, hints = with_title(title, body, hints)
    article_id = stated.words("article_id")
    name = url or (hash16(source.path) if line is None else hash16(source.path, str(line)))
    if addresses is not None:
        if article_id is None and name in addresses:  # several speeches of one sitting
            name = hash16(name, body, speaker or "", organisation or "", published.value if published else "")
        addresses.add(article_id or name)
    info = ArticleInfo(
        id=article_id or name,
        title=title,
        outlet=stated.words("outlet"),
        place=None,
        published=published,
        event=None,
        url=url,
        source_path=source.path,
        sha256=source.sha256,
    )
    return Article(info, body, hints, speaker, organisation, line=line, id_stated=article_id is not None)


def _paragraphs(values: object) -> Hinted:
    """One paragraph after the other; one of several lines is hinted as one."""
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        msg = "paragraphs is not a list of strings"
        raise UnusableError(msg)
    cleaned = [paragraph for value in values if (paragraph := clean(value).strip())]
    hints: list[Hint] = []
    start = 0
    for paragraph in cleaned:
        if "\n" in paragraph:
            hints.append(Hint(Span(start, start + len(paragraph)), Kind.BODY))
        start += len(paragraph) + 1
    return "\n".join(cleaned), tuple(hints)
