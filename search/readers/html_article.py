"""Where the article stands in a page: by the page's own structure, else by main-text extraction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from search.model import Kind
from search.readers.html_foreign import main_text
from search.readers.html_lines import Line, lines_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# From the surest sign to the least sure.
_PLACES: tuple[str, ...] = (
    "[itemprop~=articleBody]",
    "article",
    ".article-body, .article-content, .article__body, .detail-content, .content-detail, .entry-content, .post-content",
    "main, [role=main]",
)
_PLACES_TRIED = 12  # of each sort: a page of teasers has hundreds
_ENOUGH_CHARACTERS = 250
_ENOUGH_SHARE = 0.4  # of the prose on the page
_FRAME_SHARE = 0.5  # what an enclosing <article> may add (title, lead, pictures) and still be one article
_FRAME_CHARACTERS = 600
_QUIET_SHARE = 0.4  # if less is left without noise, it was no noise


def find_article(soup: BeautifulSoup, markup: str) -> tuple[Tag | None, list[Line]]:
    """The element that holds the article, where the page says so, and the article's lines."""
    page = soup.body or soup
    everything = lines_of(page, noise=True)
    for selector in _PLACES:
        places = soup.select(selector, limit=_PLACES_TRIED)
        best = max(places, key=lambda place: _prose(quiet_lines(place)), default=None)
        if best is not None and _prose(quiet_lines(best)) >= max(
            _ENOUGH_CHARACTERS, _ENOUGH_SHARE * _prose(everything)
        ):
            whole = _framed(best)
            return whole, quiet_lines(whole)
    foreign = main_text(markup)
    if _prose(foreign) >= _ENOUGH_CHARACTERS:
        return None, foreign
    return None, max(foreign, quiet_lines(page), key=_prose)


def quiet_lines(place: Tag) -> list[Line]:
    """The lines of an element without share bars and the like, unless they turn out to be most of it."""
    quiet = lines_of(place, noise=False)
    everything = lines_of(place, noise=True)
    return quiet if _prose(quiet) >= _QUIET_SHARE * _prose(everything) else everything


def _framed(place: Tag) -> Tag:
    """The <article> or <main> around `place` if it adds little: title, lead and pictures often stand there."""
    frame = place.find_parent(["article", "main"])
    if frame is None:
        return place
    inside = _prose(quiet_lines(place))
    added = _prose(quiet_lines(frame)) - inside
    return frame if added <= max(_FRAME_CHARACTERS, _FRAME_SHARE * inside) else place


def _prose(lines: Sequence[Line]) -> int:
    """Characters of text that is no mere link."""
    return sum(len(line.text) for line in lines if line.kind is not Kind.BOILERPLATE)
