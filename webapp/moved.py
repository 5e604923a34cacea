"""Where a link leads whose passage or article is published no more: onward, or to a page that says it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask import request, url_for

from search import (
    Dating,
    Fate,
    NotFoundError,
    Precision,
    Query,
    Rule,
    article_fate_of,
    article_key,
    day_in_words,
    fate_of,
)
from webapp.folding import Words, folded
from webapp.hits import UNTITLED, DateView, date_view
from webapp.links import number_of
from webapp.marking import Stretch
from webapp.pages import Offer
from webapp.site import links, site

_NOTICES = {
    Rule.SAME: "The address of this passage changed after it was linked; its words are the same.",
    Rule.MOVED: "This passage was moved to another article after it was linked; its words are the same.",
    Rule.EDITED: "This passage was edited after it was linked; here is its present wording.",
    Rule.DIVIDED: "This passage was divided after it was linked; its words begin here.",
    Rule.JOINED: "This passage was joined with another after it was linked; here is its present wording.",
}
_API = "api"  # a program is led on to what it can read
_PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}  # by the length of a written date


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be what is looked for."""

    link: str
    title: str
    date: DateView | None
    words: Words


@dataclass(frozen=True, slots=True)
class GonePage:
    """A passage or an article (`what`) that is no longer there: where it stood, and what to look at instead.

    `wording` is what it last said, where whoever runs the site lets that be shown.
    """

    what: str
    title: str
    date: str | None
    article: str | None
    wording: str | None
    candidates: tuple[Candidate, ...]
    offers: tuple[Offer, ...]

    @property
    def heading(self) -> str:
        """What to say first."""
        return f"This {self.what} is no longer in the archive"

    @property
    def where(self) -> str:
        """The title of the article with its date."""
        return f"{self.title}, {self.date}" if self.date else self.title


def onward() -> str | GonePage | None:
    """The address that the one asked for became, or the page that says it is gone; None where it was never there."""
    asked = request.view_args or {}
    if "passage_id" in asked:
        fate = fate_of(site().ledger, asked["passage_id"])
        return None if fate is None else _passage(fate)
    return _article(asked["key"]) if "key" in asked else None


def notice_of(passage_id: str | None) -> str | None:
    """What to say above a passage to which an old link led; only what the ledger bears out is said."""
    was = request.args.get("was")
    if not was or passage_id is None:
        return None
    fate = fate_of(site().ledger, was)
    return _NOTICES[fate.rule] if fate and fate.rule and fate.successor == passage_id else None


def _passage(fate: Fate) -> str | GonePage | None:
    if not fate.successor:
        return _gone(fate)
    try:
        found = site().archive.engine().passage(fate.successor)
    except NotFoundError:  # another generation is being published at this moment
        return None
    if request.blueprint == _API:
        return url_for(request.endpoint or "", passage_id=found.id)
    text = request.args.get("q", "")
    if request.endpoint == "pages.context":
        return links().context(found.id, text)
    return links().became(fate.id, found.id, text, number_of(found.ordinal))


def _article(key: str) -> str | GonePage | None:
    fate = article_fate_of(site().ledger, article_key(key))
    if fate is None:
        return None
    if fate.successor and _published(fate.successor):
        if request.blueprint == _API:
            return url_for(request.endpoint or "", key=article_key(fate.successor))
        return links().article(fate.successor, request.args.get("q", ""))
    return GonePage("article", fate.title or UNTITLED, _day(fate.day), None, None, (), _offers(fate.title))


def _gone(fate: Fate) -> GonePage:
    article = links().article(fate.article) if fate.article and _published(fate.article) else None
    wording = fate.wording if site().keep_texts else None
    near = tuple(_candidates(fate.candidates))
    return GonePage("passage", fate.title or UNTITLED, _day(fate.day), article, wording, near, _offers(fate.title))


def _candidates(ids: tuple[str, ...]) -> Iterator[Candidate]:
    engine = site().archive.engine()
    for id_ in ids:
        try:
            found = engine.passage(id_)
        except NotFoundError:
            continue
        link = links().passage(id_, number=number_of(found.ordinal))
        article = found.article
        yield Candidate(link, article.title or UNTITLED, date_view(article), folded(Stretch(found.text)))


def _published(article_id: str) -> bool:
    try:
        site().archive.article_id(article_key(article_id))
    except NotFoundError:
        return False
    return True


def _offers(title: str | None) -> tuple[Offer, ...]:
    words = (Offer("Search for the words of its title", links().search(Query(title))),) if title else ()
    return (*words, Offer("What the archive holds", links().front()))


def _day(value: str | None) -> str | None:
    """A date as the ledger has it, in words."""
    if value is None:
        return None
    day = date.fromisoformat(f"{value}-01-01"[:10])
    return day_in_words(Dating(day, _PRECISION[len(value)], stated=True, evidence=""))
