"""Every name and word of an archive by how it begins, in each way it is printed or known; made once for an edition."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from search.analysis.folding import fold
from search.analysis.variants import unified_prefixes, unify
from search.engines.base import Naming, SearchEngine
from search.names import Alias

_WORD = re.compile(r"\w+")
_LAST = "\U0010ffff"  # sorts behind every letter


@dataclass(frozen=True, slots=True)
class Found:
    """A name that was looked for, and the form of it that holds what was typed."""

    naming: Naming
    printed: str


class NameBook:
    """Sorted once, then only read: any number of threads may look things up in it.

    `aliases` are names that need not be printed anywhere; those of names that are not there are left out.
    """

    def __init__(
        self, namings: Iterable[Naming], vocabulary: Iterable[tuple[str, int]], aliases: Iterable[Alias] = ()
    ) -> None:
        self._namings = tuple(_known(tuple(namings), aliases))
        words = [(word, count) for word, count in vocabulary if word.isalpha()]
        self._words = [word for word, _ in words]
        self._counts = [count for _, count in words]
        entries = sorted(_entries(self._namings))
        self._keys = [key for key, *_ in entries]
        self._entries = [(number, printed) for _, number, printed in entries]
        self._levelled = [tuple(map(level, _forms(naming))) for naming in self._namings]

    def beginning(self, typed: str) -> list[Found]:
        """The names of which some form has a word from which on it reads as typed; the last word may be unfinished.

        The frequent ones first. Of several forms the name itself is given, else the shortest.
        """
        best: dict[int, str] = {}
        for prefix in _prefixes(typed):
            for number, printed in self._entries[_range(self._keys, prefix)]:
                known = best.get(number)
                if known is None or _rank(self._namings[number], printed) < _rank(self._namings[number], known):
                    best[number] = printed
        found = (Found(self._namings[number], printed) for number, printed in best.items())
        return sorted(found, key=lambda one: (-one.naming.count, one.naming.value, one.naming.field))

    def words(self, typed: str) -> Iterator[tuple[str, int]]:
        """The words of the text that begin so, with the number of passages that print each."""
        for prefix in _prefixes(typed):
            there = _range(self._words, prefix)
            yield from zip(self._words[there], self._counts[there], strict=True)

    def holding(self, field: str, typed: str) -> dict[str, str]:
        """The values of a field with a form that holds every typed part, by value, with that form."""
        parts = level(typed).split()
        found: dict[str, str] = {}
        for naming, levelled in self._of(field):
            forms = zip(_forms(naming), levelled, strict=True)
            held = next((form for form, words in forms if all(part in words for part in parts)), None)
            if held is not None:
                found[naming.value] = held
        return found

    def _of(self, field: str) -> Iterator[tuple[Naming, tuple[str, ...]]]:
        """The names of a field, with their forms as they are compared."""
        return ((n, forms) for n, forms in zip(self._namings, self._levelled, strict=True) if n.field == field)

    def called(self, fields: Iterable[str], name: str) -> str | None:
        """The one value of these fields that has this whole form; None where there is none, or more than one."""
        wanted = level(name)
        found = {level(naming.value): naming.value for f in fields for naming, forms in self._of(f) if wanted in forms}
        return next(iter(found.values())) if len(found) == 1 else None


def book_of(engine: SearchEngine, aliases: Iterable[Alias] = ()) -> NameBook:
    """The book of what an engine holds."""
    return NameBook(engine.names(), engine.vocabulary(), aliases)


def level(text: str) -> str:
    """Words as they are compared while somebody types: letters folded, one spelling, single blanks between."""
    return " ".join(unify(word) for word in _WORD.findall(fold(text)))


def _known(namings: tuple[Naming, ...], aliases: Iterable[Alias]) -> Iterator[Naming]:
    """The names with their aliases among the forms."""
    others: dict[str, list[str]] = {}
    for alias in aliases:
        others.setdefault(level(alias.name), []).append(alias.other)
    for naming in namings:
        more = others.get(level(naming.value), ())
        yield replace(naming, printed=tuple(dict.fromkeys((*naming.printed, *more)))) if more else naming


def _forms(naming: Naming) -> tuple[str, ...]:
    return (naming.value, *naming.printed)


def _entries(namings: tuple[Naming, ...]) -> Iterator[tuple[str, int, str]]:
    """Each form from each of its words on."""
    for number, naming in enumerate(namings):
        for form in _forms(naming):
            words = level(form).split()
            yield from ((" ".join(words[at:]), number, form) for at in range(len(words)))


def _prefixes(typed: str) -> tuple[str, ...]:
    """What a key may begin with; after a blank the last word is known to be whole."""
    words = _WORD.findall(fold(typed))
    if not words:
        return ()
    if typed[-1:].isspace():
        return (f"{level(typed)} ",)
    before = "".join(f"{unify(word)} " for word in words[:-1])
    return tuple(before + last for last in unified_prefixes(words[-1]))


def _range(keys: list[str], prefix: str) -> slice:
    return slice(bisect_left(keys, prefix), bisect_left(keys, prefix + _LAST))


def _rank(naming: Naming, printed: str) -> tuple[bool, int, str]:
    return printed != naming.value, len(printed), printed
