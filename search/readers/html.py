"""Web pages: the article's printed lines, and what the page states of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup

from search.errors import SourceError
from search.identity import hash16, normalised
from search.limits import HTML_TAGS
from search.model import Article, ArticleInfo, Hint, Kind, Span
from search.readers.encoding import decode
from search.readers.html_article import find_article
from search.readers.html_facts import facts_of
from search.readers.html_lines import Line
from search.readers.source import Found, Source
from search.readers.titles import Hinted, with_title

_HEAD_BYTES = 4_096  # where a page names its encoding
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(r"<\?[^>]{0,1000}>?")  # as in XML; no part of a page
_TITLE_LINES = 10  # below them a line that reads like the title is not it


def read_html(source: Source) -> Iterator[Found]:
    """The one article of the page: a line of text for each printed block, hinted where the mark-up says what it is."""
    try:
        decoded = decode(source, _declared(source.data))
        article = _article(source, decoded.text)
    except SourceError as problem:
        yield problem
        return
    yield from decoded.remarks
    yield article


def _article(source: Source, text: str) -> Article:
    markup = _INSTRUCTION.sub("", text)
    if "<" not in markup:
        markup = f"<p>{markup}"  # the parser would take a lone address or file name for a mistake
    if markup.count("<") > HTML_TAGS:
        raise SourceError(source.path, f"more than {HTML_TAGS} tags")
    soup = BeautifulSoup(markup, "lxml")
    found = find_article(soup, markup)
    if not found.lines:
        raise SourceError(source.path, "no text in the page")
    facts = facts_of(soup, found, markup)
    body, hints = _printed(found.lines, facts.title)
    info = ArticleInfo(
        id=facts.url or hash16(source.path),
        title=facts.title,
        outlet=facts.outlet,
        place=None,
        published=facts.published,
        event=None,
        url=facts.url,
        source_path=source.path,
        sha256=source.sha256,
    )
    return Article(info, body, hints)


def _printed(lines: Sequence[Line], title: str | None) -> Hinted:
    """The lines as one text. The title is hinted where it is printed, or put on top where it is not."""
    at = _title_line(lines, title)
    hints: list[Hint] = []
    start = 0
    for number, line in enumerate(lines):
        kind = _kind(line, is_title=number == at)
        if kind is not None:
            hints.append(Hint(Span(start, start + len(line.text)), kind))
        start += len(line.text) + 1
    text = "\n".join(line.text for line in lines)
    return with_title(title if at is None else None, text, tuple(hints))


def _title_line(lines: Sequence[Line], title: str | None) -> int | None:
    if title is None:
        return None
    wanted = title.casefold()
    top = lines[:_TITLE_LINES]
    return next((number for number, line in enumerate(top) if normalised(line.text).casefold() == wanted), None)


def _kind(line: Line, *, is_title: bool) -> Kind | None:
    """The kind of a line; of several <h1> only the title is one."""
    if is_title:
        return Kind.TITLE
    return Kind.HEADING if line.kind is Kind.TITLE else line.kind


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, _HEAD_BYTES)
    return (found.group(1) or found.group(2)).decode("ascii", "replace") if found else None
