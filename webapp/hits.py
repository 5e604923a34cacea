"""A found passage as it is shown: its words (long ones folded), who said them, when, where, and every link."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from search import ArticleInfo, Dating, Hit, Kind, Passage, Precision, Query, day_in_words
from webapp.folding import Words, folded
from webapp.fragments import directive
from webapp.links import Links, number_of
from webapp.marking import Stretch
from webapp.naming import named_in
from webapp.voices import Voice, voices_of

UNTITLED = "Untitled article"

_KINDS = {
    Kind.TITLE: "Title", Kind.HEADING: "Heading", Kind.CAPTION: "Caption", Kind.DATELINE: "Dateline",
    Kind.CREDIT: "Credit", Kind.BOILERPLATE: "Page furniture",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words; `machine` for `<time>`; `evidence` where it was inferred; `event` where it is the event's."""

    text: str
    machine: str
    inferred: bool
    evidence: str
    event: bool


@dataclass(frozen=True, slots=True)
class HitView:
    """One hit. `matched_names` are the canonical names that made it a hit where its own words did not."""

    id: str
    rank: int
    number: int
    words: Words
    kind: str | None
    voices: tuple[Voice, ...]
    date: DateView | None
    title: str
    outlet: str | None
    matched_names: tuple[str, ...]
    article_link: str
    context_link: str
    reading_link: str
    permalink: str
    cite_link: str


def hit_view(hit: Hit, query: Query, links: Links) -> HitView:
    """A hit of `query` with its links made."""
    passage, article = hit.passage, hit.passage.article
    number = number_of(passage.ordinal)
    return HitView(
        id=passage.id,
        rank=hit.rank,
        number=number,
        words=folded(Stretch(passage.text, hit.matches, named_in(passage, links))),
        kind=kind_of(passage),
        voices=voices_of(passage, links),
        date=date_view(article),
        title=article.title or UNTITLED,
        outlet=article.outlet,
        matched_names=names_matched(hit, query),
        article_link=links.article(article.id, query.text, number),
        context_link=links.context(passage.id, query.text),
        reading_link=links.passage(passage.id, query.text, number),
        permalink=links.passage(passage.id, words=directive(passage.text, hit.matches)),
        cite_link=links.cite(passage.id),
    )


def kind_of(passage: Passage) -> str | None:
    """What to call a passage that is not plain body text."""
    return _KINDS.get(passage.kind)


def date_view(article: ArticleInfo) -> DateView | None:
    """The date an article is filed under."""
    dating = article.dating
    return None if dating is None else dated(dating, event=article.published is None)


def dated(dating: Dating, *, event: bool) -> DateView:
    """A date as it is shown; `<time>` knows days, months and years."""
    machine = dating.value if dating.precision is not Precision.YEAR else f"{dating.day.year:04d}"
    return DateView(day_in_words(dating), machine, not dating.stated, dating.evidence, event)


def names_matched(hit: Hit, query: Query) -> tuple[str, ...]:
    """The canonical names a passage was found by, where none of its own words is marked."""
    if hit.matches or not query.text.strip():
        return ()
    asked = set(_letters(query.text).split())
    named = (*hit.passage.speakers, *(mention.name for mention in hit.passage.mentions))
    return tuple(dict.fromkeys(name for name in named if asked & set(_letters(name).split())))


def web_address(url: str | None) -> str | None:
    """The address if it is a plain web address, else None: articles are not trusted to hold links."""
    if url is None:
        return None
    plain = "".join(letter for letter in url if letter.isprintable()).strip()
    try:
        parts = urlsplit(plain)
    except ValueError:
        return None
    return plain if parts.scheme in {"http", "https"} and parts.netloc and plain == url.strip() else None


def _letters(text: str) -> str:
    return "".join(letter if letter.isalnum() else " " for letter in text.casefold())
