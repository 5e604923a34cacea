"""The letter of every word that is read by itself."""

from __future__ import annotations

from search.extract import lexicon
from search.extract.line import Line
from search.extract.units import Unit, word_alone

# Later rows win where a word stands in two.
_CLASSES: tuple[tuple[str, frozenset[str]], ...] = (
    ("x", frozenset("reply apply supply family rally anomaly monopoly fly".split())),  # no adverbs
    ("o", lexicon.PREPOSITIONS),
    ("A", lexicon.BETWEEN),
    ("b", lexicon.BE_FORMS),
    ("c", lexicon.ACTS),
    ("e", lexicon.OPENERS),
    ("D", lexicon.DELEGATES),
    ("C", lexicon.CONFERENCES),
    ("K", lexicon.REPORTS),
    ("i", lexicon.INSTITUTIONS),
    ("I", lexicon.FIRST_PERSONS),
    ("p", lexicon.HE),
    ("P", lexicon.THEY),
    ("T", frozenset({"that"})),
    ("r", frozenset({"who", "which", "whom", "whose"})),
    ("z", frozenset({"not", "never", "no"})),
    ("&", frozenset({"and", "or", "&", "cum"})),
    ("a", lexicon.DETERMINERS),
    ("S", frozenset({"'s"})),
    ("Q", frozenset({'"', "\u201c", "\u201d", "\u00ab", "\u00bb", "\u201e", "''", "``"})),
    ("-", frozenset("-\u2013\u2014\u2015\u2212")),
    (".", frozenset(".!?\u2026")),
    (",", frozenset(",")),
    (";", frozenset(";")),
    (":", frozenset(":")),
    ("(", frozenset("([")),
    (")", frozenset(")]")),
)
WORD_CODES = {word: code for code, words in _CLASSES for word in words}


def word_unit(line: Line, at: int) -> Unit:
    """The word at `at` as a unit of its own, whatever it is."""
    word, plain = line.words[at], line.plain[at]
    code = WORD_CODES.get(plain)
    if code is None or (word == "My" and at > 0 and line.words[at - 1][0].isupper()):  # Tan My district
        code = "#" if word[0].isdigit() else "w" if word[0].isupper() else "A" if plain.endswith("ly") else "x"
    return word_alone(code, at)
