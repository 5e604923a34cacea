"""Title, outlet, date and address of a page, each from the places that state it, the surest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.identity import normalised
from search.model import Dating
from search.readers.addresses import is_front_page, web_address
from search.readers.characters import clean
from search.readers.html_article import Found
from search.readers.html_dates import printed_date, stated_dates
from search.readers.html_jsonld import Described, described

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_CHARACTERS = 1_000  # of a title or a name; the rest is cut
_TAGS = 500  # meta tags looked at in one page
_TITLES_TRIED = 10
_LINES_TRIED = 10
_OUTLET_CHARACTERS = 60
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_OUTLETS = ("og:site_name", "dc.publisher", "citation_publisher", "application-name")
_SEPARATORS = re.compile(" [|\u2013\u2014\xb7\xbb-] ")  # between headline and outlet in <title>; two of them are dashes
_HEADLINE_CHARACTERS = 15  # a shorter <h1> may be the name of a section that the headline happens to hold


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page states of its article."""

    title: str | None
    outlet: str | None
    published: Dating | None
    url: str | None


def facts_of(soup: BeautifulSoup, found: Found, markup: str) -> Facts:
    """What the page states of the article found in it."""
    meta = _meta(soup)
    description = described(soup)
    url = _address(soup, meta, description)
    outlet = _first(meta.get(_OUTLETS[0]), description.publisher, *(meta.get(name) for name in _OUTLETS[1:]))
    dates = stated_dates(soup, found.tag, description.published, meta)
    stated = _first(description.headline, *(meta.get(name) for name in _TITLES))
    behind = _first(soup.title.get_text(" ")) if soup.title else None
    title = _title(found, _headline(stated or behind, outlet))
    if stated is None and behind and (only := _only_heading(found, behind, outlet)):
        title = only
    return Facts(
        title=title,
        outlet=outlet or _outlet_behind(title, behind, found),
        published=next(dates, None) or printed_date(soup, markup, url),
        url=url,
    )


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    """The page's meta tags by name in lower case; of several with one name the first."""
    meta: dict[str, str] = {}
    for tag in soup.find_all("meta", limit=_TAGS):
        for attribute in ("property", "name", "itemprop"):
            name, content = tag.get(attribute), tag.get("content")
            if isinstance(name, str) and isinstance(content, str) and content.strip():
                meta.setdefault(name.strip().lower(), content)
    return meta


def _address(soup: BeautifulSoup, meta: dict[str, str], description: Described) -> str | None:
    """The canonical address; that of the whole site, which some pages give by mistake, is none."""
    link = soup.select_one("link[rel~=canonical][href]")
    stated = (link.get("href") if link else None, meta.get("og:url"), description.url)
    addresses = (web_address(text) for text in stated if isinstance(text, str))
    return next((address for address in addresses if address and not is_front_page(address)), None)


def _headline(title: str | None, outlet: str | None) -> str | None:
    """A title of the page's head without the outlet's name behind it."""
    if title is None:
        return None
    *before, last = _SEPARATORS.split(title)
    if before and (outlet is None or last.casefold() == outlet.casefold()):
        return title[: len(title) - len(last)].rstrip()[:-1].rstrip()
    return title


def _title(found: Found, headline: str | None) -> str | None:
    """The headline as printed on the page: the <h1> that agrees with the description, else the article's own <h1>."""
    inside = [line for text in found.inside[:_TITLES_TRIED] if (line := _one_line(text))]
    outside = [line for text in found.outside[:_TITLES_TRIED] if (line := _one_line(text))]
    if headline is None:
        return next(iter(inside), outside[0] if len(outside) == 1 else None)
    for heading in inside + outside:
        one, other = heading.casefold(), headline.casefold()
        if other in one or (len(one) >= _HEADLINE_CHARACTERS and one in other):
            return heading
    return inside[0] if len(inside) == 1 else headline


def _only_heading(found: Found, title: str, outlet: str | None) -> str | None:
    """The one <h1> of the page where <title> says something else that is printed nowhere in the article.

    A heading that names the site is no title of an article.
    """
    if found.inside or len(found.outside) != 1:
        return None
    heading = _one_line(found.outside[0])
    if heading is None or heading.casefold() in f"{title} {outlet or ''}".casefold():
        return None
    headline = _headline(title, outlet) or title
    printed = {normalised(line.text).casefold() for line in found.lines[:_LINES_TRIED]}
    agrees = headline.casefold() in heading.casefold() or headline.casefold() in printed
    return None if agrees else heading


def _outlet_behind(title: str | None, behind: str | None, found: Found) -> str | None:
    """What <title> has behind the printed headline: the outlet signs it."""
    if not title or not behind or len(title) < _HEADLINE_CHARACTERS or not _begins(behind, title):
        return None
    if title not in {_one_line(text) for text in (found.inside + found.outside)[:_TITLES_TRIED]}:
        return None
    nothing, *parts = _SEPARATORS.split(behind[len(title) :])
    return parts[-1] if parts and not nothing and len(parts[-1]) <= _OUTLET_CHARACTERS else None


def _begins(text: str, start: str) -> bool:
    return text[: len(start)].casefold() == start.casefold()


def _first(*texts: str | None) -> str | None:
    return next((line for text in texts if text and (line := _one_line(text))), None)


def _one_line(text: str) -> str | None:
    line = normalised(clean(text[:_CHARACTERS]))
    return line if any(character.isalnum() for character in line) else None
