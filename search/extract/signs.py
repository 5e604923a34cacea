"""Signs by which a passage without a cue shows that the speech before it goes on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from search.extract import lexicon
from search.extract.narrative import is_about_another, is_event, is_narrative, is_to_come
from search.extract.people import Study
from search.extract.reporters_voice import outside_quotations
from search.extract.running import Run

_NO_GERUNDS = lexicon.ACTS | lexicon.NO_GERUNDS
_HELPERS = frozenset({"has", "have", "had", "will", "would", "can", "could", "did", "does"})
_NEEDS = frozenset({"need", "needs", "have", "has"})
_NECESSARY = frozenset("necessary required essential crucial vital imperative indispensable needed urgent".split())
_COUNTS = frozenset("first second third fourth fifth sixth seventh eighth last final".split())
_COUNT_LONGEST = 6  # words of "the second group of tasks is"
_GENERAL = frozenset("whoever anyone whatever wherever nobody nothing everyone everybody".split())
_GENERAL_PAIRS = frozenset({("no", "one"), ("those", "who"), ("any", "official"), ("any", "cadre"), ("each", "cadre")})
_TO_BE_DONE = frozenset({"will", "must", "should", "shall", "can", "cannot", "may"})
_THESES = frozenset(
    "aim goal purpose spirit point requirement task principle motto viewpoint thing lesson key objective target "
    "problem priority question solution focus consistent root secret essence core".split()
)
_THESIS_LONGEST = 6  # words of "The most important thing is"
_TAKEN = frozenset({("place",), ("effect",), ("office",), ("part",)})  # the election will take place
_BULLETS = frozenset({"-", "\u2013", "\u2022", "+", "*", "("})
_BODIES = frozenset("aOiDRwWCN")
_NO_ASSIGNMENT = frozenset(";:VvGXrTQp.")
_ASSIGNED_WITHIN = 10  # units

Sign = Callable[[Study, Run], bool]


def is_item(study: Study, run: Run) -> bool:
    """Firstly …; 2. …; the second task is to …; in an announced list also "Strengthening …"."""
    line = study.reading.line
    first = line.plain[0]
    if _is_counted(line.plain):
        return run.announced or (run.instructs and not is_narrative(study, run))
    if first in lexicon.ORDINALS:
        number = number_of_item(study)
        return run.announced or (number is not None and (run.instructs or number > 0))
    return run.announced and (first in _BULLETS or first.isdigit() or _is_gerund(line.words[0], first))


def _is_counted(words: tuple[str, ...]) -> bool:
    """One is to …; the second group of tasks is …; and the last is …."""
    at = 1 if words[0] == "and" else 0
    article = words[at : at + 1] == ("the",)
    counted = words[at : at + 1] == ("one",) or (article and not _COUNTS.isdisjoint(words[at + 1 : at + 2]))
    return counted and not {"is", "are"}.isdisjoint(words[at + 1 : at + _COUNT_LONGEST])


def number_of_item(study: Study) -> int | None:
    """The number that the passage begins with as a word: 3 for "Thirdly", 0 for "Finally"; None without one."""
    line = study.reading.line
    first = line.plain[0]
    counted = first in lexicon.ORDINALS and (first.endswith("ly") or line.words[1:2] == (",",))
    return lexicon.ORDINALS[first] if counted else None


def is_next_item(study: Study, run: Run) -> bool:
    """Whether the next item of the list follows, which shows that it goes on after what has broken into it."""
    number = number_of_item(study)
    return number is not None and run.item > 0 and number in {0, run.item + 1}


def is_directive(study: Study, run: Run) -> bool:
    """Continue to …; To step up …; Strengthening …: without a subject, at the beginning."""
    line, codes, units = study.reading.line, study.reading.codes, study.reading.units
    at = len(codes) - len(codes.lstrip("A,&"))
    if not run.instructs or at >= len(codes) or is_about_another(study, run):
        return False
    word, printed, after = line.plain[units[at].first], line.words[units[at].first], codes[at + 1 : at + 2]
    if at == 0 and not printed[0].isupper():
        return False
    if word == "to":
        return (
            line.words[1:2] != () and line.words[1].islower() and after in {"x", "A", "v"} and not _has_cue_later(codes)
        )
    if at == 0 and _is_gerund(printed, word):
        return not _is_finite(study)
    return word in lexicon.IMPERATIVES or (after not in {"b", "V", "v", "o", ","} and _is_order(study, word, after))


def _is_order(study: Study, word: str, after: str) -> bool:
    """Whether the verb is an imperative: if it is a noun too, before an object or with no verb after it."""
    if word in lexicon.ORDERS_OR_NOUNS:
        return after in {"a", "#"} or not _is_finite(study)
    return word in lexicon.DIRECTIVES


def _has_cue_later(codes: str) -> bool:
    return ",V" in codes or ",p" in codes


def is_duty(study: Study, run: Run) -> bool:
    """What must, should or needs to be done, with no other person as a subject."""
    words = study.reading.line.plain
    if not run.instructs or "?" in words or words[0] == "under" or study.reading.codes[:1] in {"Q", "p"}:
        return False
    return (
        _has_duty(outside_quotations(study))
        and (not is_event(study) or is_to_come(study))
        and not is_about_another(study, run)
    )


def _has_duty(words: tuple[str, ...]) -> bool:
    return not lexicon.DUTIES.isdisjoint(words) or any(
        (first in _NEEDS and second == "to") or (first in lexicon.BE_FORMS and second in _NECESSARY)
        for first, second in pairwise(words)
    )


def tells_a_duty(study: Study) -> bool:
    """Whether the last sentence of a passage says what must be done, so that more of it may follow."""
    begin, end = study.reading.sentences[-1]
    units = study.reading.units
    return _has_duty(study.reading.line.plain[units[begin].first : units[end - 1].last])


def is_principle(study: Study, run: Run) -> bool:
    """Whoever violates will be dealt with; the aim is not to punish: no event, and true of everybody."""
    words = study.reading.line.plain
    if not run.instructs or is_narrative(study, run):
        return False
    if words[0] in _GENERAL or words[:2] in _GENERAL_PAIRS:
        return not _TO_BE_DONE.isdisjoint(words)
    if words[0] != "the":
        return False
    near = words[1:_THESIS_LONGEST]
    being = next((at for at, word in enumerate(near) if word in {"is", "are"}), 0)
    return lexicon.CONFERENCES.isdisjoint(near) and not _THESES.isdisjoint(near[:being])


def is_joined(study: Study, run: Run) -> bool:
    """At the same time, the sector continues to …: joined to what was said before."""
    words = study.reading.line.plain
    joined = run.instructs and any(words[: len(phrase)] == phrase for phrase in lexicon.CONNECTIVE_PHRASES)
    return joined and not is_narrative(study, run)


def goes_on_doing(study: Study, run: Run) -> bool:
    """In a list, "… continue to innovate" is one more task."""
    pairs = pairwise(study.reading.line.plain)
    told = run.announced and any(first in {"continue", "continues"} and second == "to" for first, second in pairs)
    return told and not is_about_another(study, run)


def is_assignment(study: Study, run: Run) -> bool:
    """Whether a body is given a task as if it did it already: "The Department of Finance takes the lead in …"."""
    codes, line = study.reading.codes, study.reading.line
    if not run.instructs or codes[0] not in _BODIES or not lexicon.PAST_FORMS.isdisjoint(line.plain):
        return False
    begin, end = study.reading.sentences[0]
    for at in range(begin + 1, min(end, begin + _ASSIGNED_WITHIN)):
        if codes[at] in _NO_ASSIGNMENT:
            return False
        first = study.reading.units[at].first
        if line.plain[first] in lexicon.ASSIGNED and line.plain[first + 1 : first + 2] not in _TAKEN:
            return not is_event(study) and not is_about_another(study, run)
    return False


SIGNS: tuple[tuple[str, Sign], ...] = (
    ("item-of-the-list", is_item),
    ("directive", is_directive),
    ("duty", is_duty),
    ("joined", is_joined),
    ("principle", is_principle),
    ("goes-on-doing", goes_on_doing),
    ("assignment", is_assignment),
)


def _is_gerund(word: str, plain: str) -> bool:
    return word[0].isupper() and plain.endswith("ing") and plain not in _NO_GERUNDS


def _is_finite(study: Study) -> bool:
    """Whether the first sentence has a verb that is no infinitive or participle, as far as helpers show."""
    begin, end = study.reading.sentences[0]
    line = study.reading.line
    return any(unit.code in "Vvcbp" or line.plain[unit.first] in _HELPERS for unit in study.reading.units[begin:end])
