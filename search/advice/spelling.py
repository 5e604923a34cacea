"""Did you mean: queries with the words that the archive does not know replaced by near ones it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, product

from search.advice.codes import is_code, near_codes
from search.advice.distance import distance
from search.analysis import prefixes_of, query_tokens
from search.engines.base import SearchEngine
from search.syntax.normal import all_of, any_of
from search.tree import And, Everything, Or, Phrase, Prefix, Term, Tree

_UNKNOWN_WORDS = 3  # with more, the slip is not one of the keyboard
_CHOICES = 4  # near words tried for one unknown word
_TRIES = 8  # queries tried in all
_SHORT, _LONG = 3, 6  # letters from which one slip and two slips are thought of
_NAMED = frozenset({"speaker", "organisation"})


class Spelling:
    """The words of a query that the archive does not know, and what may be meant by them.

    `knows` tells whether a word finds anything by itself, as an inflection or part of a name.
    """

    def __init__(self, tree: Tree, engine: SearchEngine, knows: Callable[[Term], bool]) -> None:
        self._tree = tree
        self._engine = engine
        vocabulary = dict(engine.vocabulary())
        missing = tuple(dict.fromkeys(islice(_typed(tree, vocabulary, knows), _UNKNOWN_WORDS + 1)))
        self.unknown = tuple(word for word in missing if not knows(Term(word.rstrip("*"))))
        self._wrong = [word for word in missing if is_code(_folded(word)) or _slips(_folded(word))]
        self.has_codes = any(is_code(_folded(word)) for word in self._wrong)
        self._vocabulary = vocabulary

    @cached_property
    def choices(self) -> Mapping[str, Sequence[str]]:
        """Known words for each unknown one that is like any, the likeliest first; none where too many are unknown."""
        if not 0 < len(self._wrong) <= _UNKNOWN_WORDS:
            return {}
        vocabulary, documents = dict(self._vocabulary), list(_documents(self._engine))
        for word, count in _names(self._engine):
            vocabulary[word] = max(count, vocabulary.get(word, 0))
        found: dict[str, Sequence[str]] = {}
        for word in self._wrong:
            folded = _folded(word)
            if like := near_codes(folded, documents) if is_code(folded) else near(folded, vocabulary):
                found[word] = like
        return found

    def trees(self) -> Iterator[Tree]:
        """The trees to try, likeliest first, then without the words that are like no known one.

        None where no word is both unknown and like a known one.
        """
        choices = self.choices
        if not choices:
            return
        tries = [
            {word: _as_typed(word, known) for word, known in zip(choices, chosen, strict=True)}
            for chosen in islice(product(*choices.values()), _TRIES)
        ]
        hopeless = frozenset(self.unknown) - frozenset(choices)
        for better in tries:
            yield _respelt(self._tree, better)
        if hopeless:
            for better in tries:
                yield _respelt(_left_out(self._tree, hopeless), better)


def near(word: str, vocabulary: Mapping[str, int]) -> list[str]:
    """The known words most like a folded one: few slips first, then the same first letter, then the frequent ones.

    A word that was not typed to its end is one slip nearer.
    """
    most = _slips(word)
    found = []
    for known in _candidates(word, vocabulary, most):
        slips = distance(word, known, most)
        if 0 < slips <= most:
            found.append((slips - known.startswith(word), known[0] != word[0], -vocabulary[known], known))
    return [known for *_, known in sorted(found)[:_CHOICES]]


def _candidates(word: str, vocabulary: Iterable[str], most: int) -> Iterator[str]:
    """Words that could be within `most` slips: cheap questions first, for distances are dear.

    They have like length, share a third of the word at about its place, and have few letters the other has not.
    """
    third = max(1, len(word) // 3)
    parts = [(start, word[start : start + third]) for start in range(0, len(word) - third + 1, third)]
    shortest, longest = len(word) - most, len(word) + most
    letters = frozenset(word)
    for known in vocabulary:
        if (
            shortest <= len(known) <= longest
            and any(known.find(part, max(0, start - most), start + third + most) >= 0 for start, part in parts)
            and len(letters.difference(known)) <= most
            and len(frozenset(known) - letters) <= most
            and known.isalpha()
        ):
            yield known


def _slips(word: str) -> int:
    """How many slips are thought of; none in figures and in very short words."""
    if not word.isalpha() or len(word) < _SHORT:
        return 0
    return 1 if len(word) < _LONG else 2


def _typed(tree: Tree, vocabulary: Mapping[str, int], knows: Callable[[Term], bool]) -> Iterator[str]:
    """The words asked for that the archive does not hold."""
    match tree:
        case And(children) | Or(children):
            for child in children:
                yield from _typed(child, vocabulary, knows)
        case Phrase(words):
            yield from (word for word in words if _folded(word) not in vocabulary)
        case Term(word):
            for part in _parts(word):
                if _folded(part) not in vocabulary and not knows(Term(part)):
                    yield part
        case Prefix(letters):
            if not any(word.startswith(prefixes_of(letters)) for word in vocabulary):
                yield f"{letters}*"
        case _:  # what is left out may well be unknown
            pass


def _names(engine: SearchEngine) -> Iterator[tuple[str, int]]:
    for facet in engine.statistics().facets:
        if facet.name in _NAMED:
            for value in facet.values:
                yield from ((token.word, value.count) for token in query_tokens(value.value or ""))


def _documents(engine: SearchEngine) -> Iterator[str]:
    for facet in engine.statistics().facets:
        if facet.name == "document":
            yield from (value.value for value in facet.values if value.value)


def _parts(word: str) -> list[str]:
    """The parts of a hyphenated word as typed."""
    return [token.span.of(word) for token in query_tokens(word)]


def _folded(word: str) -> str:
    return next((token.word for token in query_tokens(word)), "")


def _as_typed(typed: str, known: str) -> str:
    """The known word in the case of the typed one."""
    if is_code(_folded(typed)):
        return known
    if typed.isupper() and len(known) > len("AND"):  # no operator may come of it
        return known.upper()
    return known.capitalize() if typed[:1].isupper() else known


def _respelt(tree: Tree, better: Mapping[str, str]) -> Tree:
    match tree:
        case And(children):
            return And(tuple(_respelt(child, better) for child in children))
        case Or(children):
            return Or(tuple(_respelt(child, better) for child in children))
        case Phrase(words):
            return Phrase(tuple(better.get(word, word) for word in words))
        case Term(word):
            return Term("-".join(better.get(part, part) for part in _parts(word)))
        case Prefix(letters):
            known = better.get(f"{letters}*")
            return tree if known is None else Term(known)
        case _:
            return tree


def _left_out(tree: Tree, words: frozenset[str]) -> Tree:
    """The tree without these words."""
    match tree:
        case And(children):
            return all_of(_left_out(child, words) for child in children)
        case Or(children):
            return any_of(_left_out(child, words) for child in children)
        case Term(word) if words.intersection(_parts(word)):
            return Everything()
        case _:
            return tree
