"""When a page was published: as its description, its meta tags or its <time> elements state it, else as it is printed.

Every date carries the words it was read from. A date for which there are no words to quote is no date.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from htmldate import find_date

from search.model import Dating
from search.readers.dates import read_date

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_META = (
    *("article:published_time", "og:article:published_time", "article.published", "datepublished", "pubdate"),
    *("publishdate", "publish-date", "publish_date", "published_time", "originalpublicationdate", "sailthru.date"),
    *("parsely-pub-date", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date.created"),
    *("dc.date", "citation_publication_date", "citation_date", "date"),
)
_ELEMENTS = 50  # <time> elements looked at
_MARKUP_CHARACTERS = 2_000_000  # more is not searched for a printed date
_LATEST = "2200-12-31"  # the library's own answer would be today


def stated_dates(
    soup: BeautifulSoup, article: Tag | None, described: str | None, meta: Mapping[str, str]
) -> Iterator[Dating]:
    """The publication dates the page states, the surest first."""
    if described:
        yield from _labelled("datePublished", described)
    for name in _META:
        if name in meta:
            yield from _labelled(name, meta[name])
    for element in soup.select("[itemprop~=datePublished]", limit=_ELEMENTS):
        yield from _labelled("datePublished", _value(element))
    if article is not None:
        for element in article.find_all("time", limit=_ELEMENTS):
            if not _is_update(element):
                yield from _labelled("time", _value(element))
        return
    times = [
        dating for element in soup.find_all("time", limit=_ELEMENTS) for dating in _labelled("time", _value(element))
    ]
    if len({dating.day for dating in times}) == 1:
        yield times[0]


def printed_date(soup: BeautifulSoup, markup: str, url: str | None) -> Dating | None:
    """A date found by looking through the page, with the words that print it; never a first of January.

    The page does not say that this is when it was published, so the date is inferred. Pages that know only a year
    come out of such a search as the first of January, so that day proves nothing.
    """
    if len(markup) > _MARKUP_CHARACTERS:
        return None
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)  # a page without a date is no error
    found = find_date(markup, extensive_search=False, original_date=True, max_date=_LATEST, url=url)
    if found is None or found.endswith("-01-01"):
        return None
    day = date.fromisoformat(found)
    visible = " ".join(soup.get_text(" ").split())
    for form in _forms(day):
        for place in (url or "", visible):
            if form in place:
                dating = read_date(form.strip("/"))
                return dating and replace(dating, stated=False)
    return None


def _forms(day: date) -> Iterator[str]:
    """The ways a day may be printed, each readable in one way only."""
    month, short = f"{day:%B}", f"{day:%b}"
    yield day.isoformat()
    yield f"/{day:%Y/%m/%d}/"
    for number in dict.fromkeys((str(day.day), f"{day.day:02d}")):
        for name in dict.fromkeys((month, short, f"{short}.")):
            yield f"{number} {name} {day.year}"
            yield f"{name} {number}, {day.year}"
            yield f"{name} {number} {day.year}"
    for separator in "/-.":
        yield f"{day.day:02d}{separator}{day.month:02d}{separator}{day.year}"
        yield f"{day.day}{separator}{day.month}{separator}{day.year}"
    yield f"{day.day} tháng {day.month} năm {day.year}"
    yield f"{day.day} tháng {day.month}, {day.year}"


def _labelled(label: str, text: str) -> Iterator[Dating]:
    dating = read_date(text)
    if dating is not None:
        yield replace(dating, evidence=f"{label} {dating.evidence}")


def _value(element: Tag) -> str:
    for attribute in ("datetime", "content"):
        value = element.get(attribute)
        if isinstance(value, str) and value.strip():
            return value
    return element.get_text(" ")


def _is_update(element: Tag) -> bool:
    words = " ".join(str(element.get(name) or "") for name in ("itemprop", "class", "pubdate")).lower()
    return "modif" in words or "update" in words
