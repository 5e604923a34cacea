"""What shows that words around somebody's speech are told by the reporter, or by an author in his own voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.extract.people import Study
from search.extract.running import Run
from search.model import Kind, Passage

_SOMEBODY = frozenset({"he", "she"})
_STAMP = re.compile(r"\d{1,2}[:.]\d{2} ?(?:[ap]\.? ?m\.?)?\.?", re.IGNORECASE)
_OWN = frozenset({"my", "me", "myself"})
_OWN_LEAST = 2  # passages in which an author says "I" of himself


def is_told_by_another(study: Study, run: Run) -> bool:
    """Whether the one who was heard is named, or a sentence begins with "he" or "she": nobody says so of himself."""
    if any(person.name == run.heard.speaker for person in study.people.values()):
        return True
    units, words = study.reading.units, study.reading.line.plain
    return any(words[units[begin].first] in _SOMEBODY for begin, end in study.reading.sentences if begin < end)


def is_time_alone(study: Study) -> bool:
    """Whether the passage is a time of day, above the next piece of a running report: "1:40 p.m."."""
    return _STAMP.fullmatch(study.reading.line.text) is not None


def ends_in_quotation(study: Study) -> bool:
    """Whether the last sentence stands between quotation marks, so that what follows without any is the reporter's."""
    codes = study.reading.codes
    begin, _ = study.reading.sentences[-1]
    if not codes.rstrip(".,").endswith("Q"):
        return False
    return codes[begin] == "Q" or codes.count("Q", 0, begin) % 2 == 1


def outside_quotations(study: Study) -> tuple[str, ...]:
    """The words outside of quotation marks, in small letters."""
    codes, reading = study.reading.codes, study.reading
    if "Q" not in codes:
        return reading.line.plain
    words: list[str] = []
    inside = False
    for unit in reading.units:
        inside ^= unit.code == "Q"
        if not inside:
            words.extend(reading.line.plain[unit.first : unit.last])
    return tuple(words)


def is_told_by_its_author(passages: Sequence[Passage], studies: Sequence[Study]) -> bool:
    """Whether somebody says "I" where nobody is heard: the author of a column or a speech, who goes on himself."""
    own = (
        passage.kind is Kind.BODY and not passage.attributions and _says_i(study)
        for passage, study in zip(passages, studies, strict=True)
    )
    return sum(own) >= _OWN_LEAST


def _says_i(study: Study) -> bool:
    """Whether "I" or "my" stands outside of quotation marks."""
    line, inside = study.reading.line, False
    if "I" not in line.words and _OWN.isdisjoint(line.plain):
        return False
    for unit in study.reading.units:
        inside ^= unit.code == "Q"
        if inside:
            continue
        word, after = line.words[unit.first], "".join(line.words[unit.first + 1 : unit.first + 2])
        if line.plain[unit.first] in _OWN or (word == "I" and after.isalpha()):
            return True
    return False
