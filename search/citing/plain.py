"""For a letter or a footnote: the quotation with its attribution, and the citation alone."""

from __future__ import annotations

from collections.abc import Iterator

from search.calendar_words import day_in_words
from search.citing.reference import Reference, voices_in_words

UNTITLED = "untitled article"


def quotation(reference: Reference) -> str:
    """The words of the passage in quotation marks, and whose they are."""
    return f"“{reference.text}”\n— {plain(reference)}"


def plain(reference: Reference) -> str:
    """Speaker with the title as printed, article, outlet, date with how it is known, passage, address."""
    return f"{', '.join(_parts(reference))}. {reference.permalink}\n"


def _parts(reference: Reference) -> Iterator[str]:
    if reference.voices:
        yield voices_in_words(reference.voices)
    yield f"“{reference.title}”" if reference.title else UNTITLED
    if reference.outlet:
        yield reference.outlet
    yield _date(reference)
    yield f"passage {reference.number}"


def _date(reference: Reference) -> str:
    if reference.dating is None:
        return "undated"
    of = "event of " if reference.of_event else ""
    return f"{of}{day_in_words(reference.dating)} (date {reference.date_grade})"
