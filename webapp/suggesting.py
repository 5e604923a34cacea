"""What the box offers while somebody types: options that are searches, for the script of the box to show."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, request

from search import BY_NAME, Filter, NameBook, Query, Suggestion, book_of, suggest
from webapp.links import PORTRAITS, Links
from webapp.params import query_from
from webapp.site import deadline, links, printed, site

blueprint = Blueprint("suggesting", __name__)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: a name, which becomes a filter, or a word, which completes the typed one.

    `noun` says what a name is the name of, `count` what it finds in the whole archive by itself. `link` is the search
    it leads to, where the rest of the question is kept; `text` is what the box then holds.
    """

    label: str
    noun: str
    printed: str | None
    count: int
    text: str
    link: str


@blueprint.get("/suggest")
def options() -> str:
    """Options for the question as typed so far: the box and what the form keeps."""
    asked = query_from(request.args.items(multi=True))
    found = suggest(site().archive.engine(), book(), asked.text, deadline())
    return printed("partials/options.html", options=[option(one, asked, links()) for one in found])


def option(one: Suggestion, asked: Query, links: Links) -> Option:
    """A suggestion as a state of the search."""
    before = asked.text[: one.start]
    if one.field is None:
        rest, noun = replace(asked, text=before + one.value, page=1), ""
    else:
        rest, chosen = replace(asked, text=before.rstrip(), page=1), Filter(one.field, one.value)
        rest = rest if chosen in rest.filters else rest.toggling(chosen)
        noun = PORTRAITS[one.field][1] if one.field in PORTRAITS else BY_NAME[one.field].label.lower()
    return Option(one.value, noun, one.printed, one.count, rest.text, links.search(rest))


def book() -> NameBook:
    """The names and words of the edition that is served, sorted once for all readers."""
    archive = site().archive
    return site().kept.of(lambda: archive.edition, "names", lambda: (book_of(archive.engine(), archive.aliases), True))
