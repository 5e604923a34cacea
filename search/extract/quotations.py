"""Quotations of several paragraphs: what stands in marks without a cue belongs to whoever is quoted around it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from search.extract.draft import Draft
from search.extract.people import Reference, Study
from search.extract.same_voice import own_words, same_voice
from search.model import Kind, Passage

_ANNOUNCEMENT = 12  # units of a line that announces words, at most
_SPEECHES = frozenset("address speech remarks statement message letter words interview reply excerpts".split())
_QUOTED_WORDS = 3  # fewer may be the name of a thing


def quoted(draft: Draft) -> Draft:
    """Attribute paragraphs of quotation without a cue: one left open before or after, one alone after its speaker."""
    if draft.article.speaker is not None:
        return draft
    passages = list(draft.passages)
    read = [
        at
        for at, passage in enumerate(passages)
        if passage.kind is Kind.HEADING or (passage.kind is Kind.BODY and not passage.repeat)
    ]
    pairs = tuple(pairwise(read))
    for before, at in pairs:
        speaker = _announced(draft.studies[before])
        if speaker is not None and _begins_with_a_mark(draft.studies[at]) and not passages[at].attributions:
            said = own_words(speaker, passages[before].ordinal, passages[at], "announced-words")
            passages[at] = replace(passages[at], attributions=(said,))
    for before, at in pairs:
        if _is_left_open(draft.studies[before]):
            _go_on(draft, passages, before, at)
    for at, after in reversed(pairs):
        if _is_left_open(draft.studies[at]):
            _go_on(draft, passages, after, at)
    for before, at in pairs:
        if _stands_alone(draft.studies[at]) and _introduces(draft.studies[before]):
            _go_on(draft, passages, before, at)
    return draft.with_passages(tuple(passages))


def _announced(study: Study) -> Reference | None:
    """Whose words are announced by a line such as "Excerpts from the Vice President's address -"."""
    codes, plain = study.reading.codes, study.reading.line.plain
    if len(codes) > _ANNOUNCEMENT or not codes.endswith((":", "-")) or _SPEECHES.isdisjoint(plain):
        return None
    named = {person.name: person for person in study.people.values()}
    return next(iter(named.values())) if len(named) == 1 and set(codes).isdisjoint("VvG") else None


def _go_on(draft: Draft, passages: list[Passage], source: int, at: int) -> None:
    """Give the quotation at `at` to the only person heard in the passage at `source`."""
    heard = passages[source].attributions
    begins = _begins_with_a_mark(draft.studies[at])
    quotes = begins and (source < at or _begins_with_a_mark(draft.studies[source]))
    quotes = quotes or (source < at and _only_closes(draft.studies[at]))
    if passages[at].attributions or passages[at].kind is not Kind.BODY or not quotes:
        return
    if len(heard) == 1 and heard[0].speaker is not None:
        said = same_voice(heard[0], passages[source], passages[at], "quotation-goes-on")
        passages[at] = replace(passages[at], attributions=(said,))


def _begins_with_a_mark(study: Study) -> bool:
    return study.reading.codes.startswith("Q")


def _only_closes(study: Study) -> bool:
    """Whether the only mark of the passage is the closing one at its end."""
    codes = study.reading.codes.rstrip(".")
    return codes.endswith("Q") and codes.count("Q") == 1


def _is_left_open(study: Study) -> bool:
    """Whether the passage ends within a quotation."""
    return study.reading.codes.count("Q") % 2 == 1


def _stands_alone(study: Study) -> bool:
    """Whether the passage is nothing but a quotation, closed or left open."""
    codes = study.reading.codes.rstrip(".,")
    if not codes.startswith("Q") or len(codes) <= _QUOTED_WORDS:
        return False
    words = study.reading.line.words
    small = sum(word[0].islower() for word in words)
    if small + small < sum(word[0].isalpha() for word in words):
        return False  # a heading: “Bets Are Off”
    marks = codes.count("Q")
    return marks == 1 or (marks == len("QQ") and codes.endswith("Q"))


def _introduces(study: Study) -> bool:
    """Whether the passage quotes somebody, or ends with a colon."""
    codes = study.reading.codes
    return "Q" in codes or codes.endswith(":") or "V" in codes[study.reading.sentences[-1][0] :]
