"""The page of a body, a speaker or a document: where it is named, who is heard, how it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from search import Dating, FacetCounts, Heard, Occasion, Portrait, Printed, Query, ResultPage, day_in_words, fold_value
from webapp.facets import Bar, Listing, bars_of, listing
from webapp.hits import UNTITLED, HitView, hit_view
from webapp.links import PORTRAITS, Links
from webapp.pages import Offer
from webapp.periods import between
from webapp.rendering import count, counted
from webapp.voices import UNNAMED

LISTED = 10  # values of a facet, as on the front page
WAYS = 8  # ways of printing in sight
WAYS_FOLDED = 200  # ways behind "more"; beyond are slips of the type-setter
TITLES = 4  # titles told of one voice
VOICES = 12
VOICES_FOLDED = 200
OCCASIONS = 6  # articles told of one voice
NEWEST = 5  # passages shown in full


@dataclass(frozen=True, slots=True)
class WayView:
    """One way of printing; `link` leads to a passage that prints it so."""

    text: str
    count: str
    period: str
    link: str


@dataclass(frozen=True, slots=True)
class Ways:
    """A titled list of ways of printing: in sight, behind "more", and how many are told nowhere."""

    label: str
    shown: tuple[WayView, ...]
    folded: tuple[WayView, ...]
    beyond: int


@dataclass(frozen=True, slots=True)
class OccasionView:
    """An article a voice is heard in; `link` leads to the first passage."""

    title: str
    date: str
    count: int
    link: str


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One voice: its search with the exact count, the page about it, some titles it is printed with, and its dates.

    `occasions` are told where one asks when somebody spoke of a document; `more` articles are not.
    """

    offer: Offer
    titles: tuple[str, ...]
    untold: int
    period: str
    occasions: tuple[OccasionView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PortraitPage:
    """A portrait, ready to print. `figures` are searches with their exact totals.

    `everyone` leads to all who are heard, where not all are told; `partly` says of which passages the rest is.
    """

    name: str
    figures: tuple[Offer, ...]
    period: str
    bars: tuple[Bar, ...]
    partly: str
    ways: tuple[Ways, ...]
    voices_label: str
    voices: tuple[VoiceView, ...]
    voices_folded: tuple[VoiceView, ...]
    everyone: Offer | None
    newest_label: str
    newest: tuple[HitView, ...]
    all: Offer
    lists: tuple[Listing, ...]
    browse: str
    kind: str
    canonical: str


@dataclass(frozen=True, slots=True)
class _Words:
    """What a page says of its kind. A list is (label, whether it is of the passages heard, facet).

    `newest` names the passages shown in full: where it is heard, or else named.
    """

    heard: tuple[str, str]
    named: tuple[str, str]
    newest: tuple[str, str]
    voices: str
    lists: tuple[tuple[str, bool, str], ...]


_SAY = {
    "organisation": _Words(
        ("passage is spoken for it", "passages are spoken for it"),
        ("passage names it", "passages name it"),
        ("Spoken for it", "Where it is named"),
        "Who spoke for it",
        (("Who names it", False, "speaker"), ("Documents cited beside it", False, "document")),
    ),
    "speaker": _Words(
        ("passage has their words", "passages have their words"),
        ("passage names them", "passages name them"),
        ("Their words", "Where they are named"),
        "Spoke for",
        (
            ("Documents cited", True, "document"),
            ("Bodies named", True, "organisation"),
            ("Who else names them", False, "speaker"),
        ),
    ),
    "document": _Words(
        ("", ""),
        ("passage cites it", "passages cite it"),
        ("", "Where it is cited"),
        "Who spoke of it",
        (("Bodies named beside it", False, "organisation"), ("Outlets", False, "outlet")),
    ),
}


def portrait_page(portrait: Portrait, links: Links) -> PortraitPage:
    """The page of a portrait."""
    say = _SAY[portrait.facet]
    main = portrait.named if portrait.facet == "organisation" and portrait.named.total else portrait.heard
    main = main if main.total else portrait.named
    voices = tuple(_voice(heard, portrait, links) for heard in portrait.voices[: VOICES + VOICES_FOLDED])
    counts = _facets(main).get("year")
    years = sorted(value.value for value in counts.values if value.value) if counts else []
    return PortraitPage(
        name=portrait.name,
        figures=tuple(_figures(portrait, say, links)),
        period=" to ".join(dict.fromkeys((years[0], years[-1]))) if years else "",
        bars=bars_of(counts, main.query, links),
        partly="" if portrait.complete else _partly(portrait),
        ways=tuple(_ways(portrait, links)),
        voices_label=say.voices,
        voices=voices[:VOICES],
        voices_folded=voices[VOICES:],
        everyone=_everyone(portrait, links),
        newest_label=say.newest[main.query == portrait.named.query],
        newest=tuple(hit_view(hit, main.query, links) for hit in main.hits[:NEWEST]),
        all=Offer(f"All {counted(main.total, 'passage', 'passages')}", links.search(main.query), main.total),
        lists=tuple(_lists(portrait, say, links)),
        browse=links.browse(portrait.facet, Query()),
        kind=PORTRAITS[portrait.facet][0].capitalize(),
        canonical=links.about(portrait.facet, portrait.name) or links.front(),
    )


def _partly(portrait: Portrait) -> str:
    return f"Titles and ways of printing are those of {count(portrait.read)} passages of all times."


def _everyone(portrait: Portrait, links: Links) -> Offer | None:
    """All values that the voices are of; those who are heard in the same passages for somebody else are among them."""
    if portrait.complete and len(portrait.voices) <= VOICES + VOICES_FOLDED:
        return None
    by = portrait.voices[0].facet if portrait.voices else ""
    counts = _facets(portrait.heard).get(by)
    if counts is None:
        return None
    number = sum(value.value is not None for value in counts.values)
    return Offer(f"All {count(number)} in its passages", links.browse(by, portrait.heard.query), number)


def _heard_apart(portrait: Portrait) -> bool:
    """Whether it is heard in other passages than those that name it."""
    return portrait.heard.query != portrait.named.query


def _figures(portrait: Portrait, say: _Words, links: Links) -> Iterator[Offer]:
    apart = _heard_apart(portrait)
    for result, words in ((portrait.heard, say.heard), (portrait.named, say.named)):
        if result.total and (apart or words is say.named):
            yield Offer(words[result.total != 1], links.search(result.query), result.total)


def _ways(portrait: Portrait, links: Links) -> Iterator[Ways]:
    lists = [("Printed as", portrait.printed)]
    if portrait.facet == "speaker":  # the titles of a body's speakers stand beside each of them
        lists = [("Offices", portrait.offices), ("Heard as", portrait.titles), ("Named as", portrait.printed)]
    for label, printed in lists:
        views = tuple(_way(way, links, complete=portrait.complete) for way in printed[: WAYS + WAYS_FOLDED])
        if views:
            shown = sorted(zip(printed[:WAYS], views, strict=False), key=lambda pair: _since(pair[0]))
            yield Ways(label, tuple(view for _, view in shown), views[WAYS:], len(printed) - len(views))


def _since(way: Printed) -> int:
    """In the order of time; what is undated comes last."""
    return way.first.day.toordinal() if way.first else date.max.toordinal()


def _way(way: Printed, links: Links, *, complete: bool) -> WayView:
    number = counted(way.count, "passage", "passages")
    told = number if complete else f"at least {number}"
    return WayView(way.text, told, _period(way.first, way.last), links.passage(way.example))


def _voice(heard: Heard, portrait: Portrait, links: Links) -> VoiceView:
    """A voice of the portrait. A title that is the bare name of either tells nothing, nor do dates of some passages."""
    offer = Offer(heard.value or UNNAMED, links.search(heard.query), heard.count, links.about(heard.facet, heard.value))
    bare = {fold_value(portrait.name), fold_value(heard.value or "")}
    titles = tuple(way.text for way in heard.titles if fold_value(way.text) not in bare)
    of_a_document = any(chosen.facet == "document" for chosen in heard.query.filters)
    told = heard.occasions[:OCCASIONS] if of_a_document else ()
    return VoiceView(
        offer,
        titles[:TITLES],
        max(0, len(titles) - TITLES),
        _period(heard.first, heard.last) if portrait.complete else "",
        tuple(_occasion(one, links) for one in told),
        len(heard.occasions) - len(told) if told else 0,
    )


def _occasion(one: Occasion, links: Links) -> OccasionView:
    when = day_in_words(one.dating) if one.dating else "Undated"
    return OccasionView(one.title or UNTITLED, when, one.count, links.passage(one.example))


def _lists(portrait: Portrait, say: _Words, links: Links) -> Iterator[Listing]:
    for label, heard, facet in say.lists:
        result = portrait.heard if heard else portrait.named
        counts = _others(_facets(result).get(facet), portrait)
        if counts and result.total and (made := listing(counts, label, result.query, links, LISTED)).values:
            yield made


def _others(counts: FacetCounts | None, portrait: Portrait) -> FacetCounts | None:
    """The values that are not the name itself: who speaks of themselves is no news."""
    if counts is None or counts.name != portrait.facet:
        return counts
    return replace(counts, values=tuple(value for value in counts.values if value.value != portrait.name))


def _facets(result: ResultPage) -> dict[str, FacetCounts]:
    return {counts.name: counts for counts in result.facets}


def _period(first: Dating | None, last: Dating | None) -> str:
    """From the first date to the last, as far as they are known."""
    return "" if first is None or last is None else between(day_in_words(first), day_in_words(last))
