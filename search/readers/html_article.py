"""Where the article stands in a page: by the page's own structure, else by main-text extraction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.model import Kind
from search.readers.html_foreign import main_text
from search.readers.html_lines import Line, Place, Printed, printed

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_PLACES_TRIED = 50  # of each rank, the largest: a page of teasers has hundreds
_TAGS_SEARCHED = 20_000  # the library takes seconds for more
_ENOUGH_SHARE = 0.4  # of the prose on the page: the article stands here
_ENOUGH_CHARACTERS = 250  # main-text extraction found the article; a page of less is read whole
_FRAME_SHARE = 0.5  # what an enclosing <article> may add (title, lead, pictures) and still be one article
_FRAME_CHARACTERS = 600
_QUIET_SHARE = 0.4  # if less is left without noise, it was no noise


@dataclass(frozen=True, slots=True)
class Found:
    """An article in its page: its element, if the page has one, its lines, and the <h1> lines in and around it."""

    tag: Tag | None
    lines: list[Line]
    inside: tuple[str, ...]
    outside: tuple[str, ...]


def find_article(soup: BeautifulSoup, markup: str) -> Found:
    """The article of a page: the surest element with enough of the text, else what main-text extraction finds."""
    page = printed(soup)
    titles = _titles(page.lines)
    for rank in sorted({place.rank for place in page.places}):
        best = _longest(page, (place for place in page.places if place.rank == rank))
        if _prose(_quiet(page.at(best))) >= max(1, _ENOUGH_SHARE * _prose(page.lines)):
            whole = _framed(page, best)
            lines = _quiet(page.at(whole))
            return Found(whole.tag, lines, _titles(lines), titles)
    everything = _quiet(page.lines)
    searched = _prose(everything) > _ENOUGH_CHARACTERS and markup.count("<") <= _TAGS_SEARCHED
    foreign = main_text(markup) if searched else []
    if _prose(foreign) >= _ENOUGH_CHARACTERS:
        return Found(None, foreign, (), titles)
    return Found(None, everything, (), titles)


def _titles(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(line.text for line in lines if line.kind is Kind.TITLE)


def _longest(page: Printed, places: Iterable[Place]) -> Place:
    largest = sorted(places, key=lambda place: place.start - place.end)[:_PLACES_TRIED]
    return max(largest, key=lambda place: _prose(_quiet(page.at(place))))


def _framed(page: Printed, place: Place) -> Place:
    """The <article> or <main> around `place` if it adds little: title, lead and pictures often stand there."""
    inside = _prose(_quiet(page.at(place)))
    for frame in page.places:
        around = frame.start <= place.start and place.end <= frame.end and frame.tag is not place.tag
        if around and frame.tag.name in {"article", "main"}:
            added = _prose(_quiet(page.at(frame))) - inside
            return frame if added <= max(_FRAME_CHARACTERS, _FRAME_SHARE * inside) else place
    return place


def _quiet(lines: Sequence[Line]) -> list[Line]:
    """The lines without share bars and the like, unless these turn out to be most of them."""
    quiet = [line for line in lines if not line.noise]
    return quiet if _prose(quiet) >= _QUIET_SHARE * _prose(lines) else list(lines)


def _prose(lines: Iterable[Line]) -> int:
    """Characters of text that is no mere link."""
    return sum(len(line.text) for line in lines if line.kind is not Kind.BOILERPLATE)
