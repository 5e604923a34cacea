"""Verbs of saying: the forms of their lemmas that can stand after a subject, by what makes them one of saying."""

from __future__ import annotations

import re

from search.extract import verb_tables as tables

_SHORT = re.compile(r"(?:qu|[^aeiou])*[aeiou][bdgklmnprt]")  # flag: flagged
Phrase = tuple[str, ...]

_BASE = frozenset({"say", "stress", "believe"})


def _lemmas(table: str) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(tuple(entry.split()) for entry in table.replace("\n", " ").split(",") if entry.strip()))


def _past(lemma: str) -> str:
    if lemma in tables.PAST:
        return tables.PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if _SHORT.fullmatch(lemma):
        return lemma + lemma[-1] + "ed"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _third(lemma: str) -> str:
    if lemma == "have":
        return "has"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    past = _past(lemma)
    doubled = past.endswith("ed") and past[:-2] == lemma + lemma[-1]
    return lemma + (lemma[-1] if doubled or lemma in {"put", "set", "let", "hit", "beg", "sum"} else "") + "ing"


def finite(lemma: str) -> tuple[str, ...]:
    """The forms that follow a subject, or "has": stated, states; wrote, written, writes."""
    past = _past(lemma)
    british = (lemma + "led",) if lemma in tables.DOUBLED_IN_BRITAIN else ()
    return tuple(dict.fromkeys((past, tables.PARTICIPLES.get(lemma, past), *british, _third(lemma))))


def forms_of(table: str) -> frozenset[str]:
    """The finite forms of a table of single words."""
    return frozenset(form for phrase in _lemmas(table) for form in finite(phrase[0]))


def _finite(table: str, *, nouns: frozenset[str] = tables.NOUNS) -> frozenset[Phrase]:
    """The finite forms of the phrases of a table, without those in -s that are more often nouns."""
    return frozenset(
        (form, *phrase[1:])
        for phrase in _lemmas(table)
        for form in finite(phrase[0])
        if len(phrase) > 1 or phrase[0] not in nouns or form != _third(phrase[0])
    )


def _words(table: str) -> frozenset[str]:
    """The first words of all finite forms."""
    return frozenset(phrase[0] for phrase in _finite(table, nouns=frozenset()))


STRONG = (
    _finite(tables.SPEECH)
    | frozenset((base,) for base in _BASE)
    | frozenset(_lemmas(tables.AS_THEY_ARE))
    | frozenset((*phrase.split(), mark) for phrase in tables.BEFORE_A_MARK for mark in tables.MARKS)
    | frozenset(
        (form, *phrase[1:], clause)
        for phrase in _lemmas(tables.WITH_CLAUSE)
        for form in (phrase[0], *finite(phrase[0]))
        for clause in tables.CLAUSES
    )
)
IN_A_SPEECH = _words(tables.IN_A_SPEECH)
# Of these, what says something in a speech only with the little word after it: set out, look forward.
ONLY_IN_PHRASES = IN_A_SPEECH - frozenset(
    form for phrase in _lemmas(tables.IN_A_SPEECH) if len(phrase) == 1 for form in finite(phrase[0])
)
WEAK = frozenset().union(
    *(
        _finite(table, nouns=tables.NOUNS - tables.SELDOM_NOUNS)
        for table in (
            tables.IN_A_SPEECH,
            tables.TASKING,
            tables.JUDGING,
            tables.GIVING,
            tables.AFTER_CONTENT,
            tables.BY_OBJECT,
        )
    )
)
GERUNDS = frozenset(_gerund(phrase[0]) for phrase in _lemmas(tables.SPEECH) if len(phrase) == 1) - tables.NO_GERUNDS
GERUND_PHRASES = frozenset(
    (_gerund(phrase[0]), *phrase[1:])
    for phrase in _lemmas(tables.SPEECH)
    if len(phrase) > 1 and _gerund(phrase[0]) not in GERUNDS and phrase[0] not in {"have", "do", "let", "find"}
) | frozenset(
    (_gerund(phrase[0]), clause)
    for phrase in _lemmas(tables.WITH_CLAUSE)
    for clause in ("that", ":")
    if _gerund(phrase[0]) not in GERUNDS | {"finding", "deciding", "determining"}
)
POINTS = forms_of(tables.POINTS) | {"pointed"}
ACTING_GERUNDS = frozenset(_gerund(phrase[0]) for phrase in _lemmas(tables.ACTS_TOO))
BASES = frozenset(phrase for phrase in _lemmas(tables.SPEECH) if phrase[0] not in {"have", "do", "let", "find"})
INVERTED = _words(tables.INVERTED)
CLAUSAL = forms_of(tables.CLAUSAL)
AFTER_CONTENT = _words(tables.AFTER_CONTENT)
TASKING = _words(tables.TASKING)
JUDGING = _words(tables.JUDGING)
GIVING = _words(tables.GIVING)
DIRECTING = _words(tables.DIRECTING)
