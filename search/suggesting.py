"""What a reader may be about to type: persons, bodies, documents and words, with what each finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

from search.analysis import query_tokens
from search.deadline import NEVER, Deadline
from search.engines.base import SearchEngine
from search.fields import BY_NAME
from search.limits import SUGGESTION_LETTERS, SUGGESTIONS
from search.name_book import Found, NameBook, level
from search.query import Filter, Query

_NAMES = 7  # places that names may take where there are words, too
_TAIL = 6  # words that are read as the beginning of one name
_LIKELY = 40  # of the words that begin so, those looked at: many are inflections of one another
# A person who is heard is offered as a speaker, a body that is named as named; the other fields have the rest.
_FIELDS = ("speaker", "organisation", "document", "person", "speaker_body")
_TYPED = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something the archive holds that begins as typed.

    It stands for the typed text from `start` on. A name is a value of `field`, a word has none. `count` is the total
    of `query`, over the whole archive. `printed` is the form of the name that begins so, where it is another one.
    """

    field: str | None
    value: str
    count: int
    start: int
    query: Query
    printed: str | None = None


def suggest(engine: SearchEngine, book: NameBook, typed: str, deadline: Deadline = NEVER) -> tuple[Suggestion, ...]:
    """At most ten suggestions for the end of what is typed: names first, then words; in both the frequent ones first.

    `book` is that of `engine`. Words whose number could not be found out in time are left out.
    """
    names = list(_names(book, typed))
    words = list(_words(engine, book, typed, SUGGESTIONS - min(len(names), _NAMES), deadline))
    return (*names[: SUGGESTIONS - len(words)], *words)


def _names(book: NameBook, typed: str) -> Iterator[Suggestion]:
    """Names for the longest end of the typed text with which one begins."""
    for start in _starts(typed)[-_TAIL:]:
        found = book.beginning(typed[start:]) if _enough(typed[start:]) else []
        for one in _each_once(found)[:SUGGESTIONS]:
            name = one.naming
            query = Query(filters=(Filter(name.field, name.value),))
            printed = None if one.printed == name.value else one.printed
            yield Suggestion(name.field, name.value, name.count, start, query, printed)
        if found:
            return


def _each_once(found: list[Found]) -> list[Found]:
    """A person or body that is a value of several fields, in the first of them only; the frequent ones first."""
    kept: dict[tuple[object, str], Found] = {}
    for one in sorted(found, key=lambda one: _FIELDS.index(one.naming.field)):
        kept.setdefault((BY_NAME[one.naming.field].mentions, level(one.naming.value)), one)
    return sorted(kept.values(), key=lambda one: (-one.naming.count, one.naming.value))


def _words(engine: SearchEngine, book: NameBook, typed: str, most: int, deadline: Deadline) -> Iterator[Suggestion]:
    """Words for the last one that is being typed; of inflections that find the same, the most frequent."""
    if not typed or typed[-1].isspace():
        return
    start = _starts(typed)[-1]
    if not _enough(typed[start:]):
        return
    stems: dict[str, str] = {}
    for word, _ in nlargest(_LIKELY, book.words(typed[start:]), key=lambda known: (known[1], known[0])):
        stems.setdefault("-".join(token.stem for token in query_tokens(word)), word)
    for word in list(stems.values())[:most]:
        answer = engine.search(Query(word, page_size=1), deadline, facets=())
        if answer.complete:
            yield Suggestion(None, word, answer.total, start, Query(word))


def _starts(typed: str) -> list[int]:
    """Where the words of the typed text begin."""
    return [word.start() for word in _TYPED.finditer(typed)]


def _enough(typed: str) -> bool:
    return sum(letter.isalnum() for letter in typed) >= SUGGESTION_LETTERS
