"""Words beside an act of whoever says them: X shook his head. “It is too late.” No verb of saying joins the two."""

from __future__ import annotations

import re

from search.extract.floor import Floor, Heard, Hearing
from search.extract.meant import who_is_meant
from search.extract.people import Study
from search.extract.sources import Sentence, Source, sentence_at, with_titles

_DESCRIBED = re.compile(r"a[xwR]{1,3},")  # His neighbour, X, nods.
_WORDS = 5  # units of a quotation, at least: fewer may be the name of a thing
_ACT_LONGEST = 24  # units of the sentence with the act
_AFTER_LONGEST = 10  # units of an act that is told after the words
_MARKS = 2  # of one quotation, opened and closed


def acted(study: Study, floor: Floor) -> Heard | None:
    """Who says the only quotation of a passage by doing something just before or after it, and nobody else is named."""
    codes = study.reading.codes
    if codes.count("Q") != _MARKS:
        return None
    first, last = codes.index("Q"), codes.rindex("Q")
    if last - first < _WORDS or codes[last - 1] not in ".,":
        return None
    if first > 0 and not codes[last + 1 :].strip("."):
        return _before(study, floor, first, last)
    return _after(study, floor, last) if first == 0 else None


def _before(study: Study, floor: Floor, first: int, last: int) -> Heard | None:
    """The act comes first: X shook his head. “It is too late for that.”."""
    begins = [begin for begin, _ in study.reading.sentences if begin < first]
    if study.reading.codes[first - 1] != "." or study.reading.codes[last - 1] != "." or not begins:
        return None
    act = sentence_at(study, begins[-1], first)
    return _by_subject(act, floor, (first, last + 1)) if first - begins[-1] <= _ACT_LONGEST else None


def _after(study: Study, floor: Floor, last: int) -> Heard | None:
    """The words come first: “It is too late for that,” X shook his head."""
    end = len(study.reading.codes)
    if not 1 < end - last <= _AFTER_LONGEST or "." in study.reading.codes[last + 1 : end - 1]:
        return None
    return _by_subject(sentence_at(study, last + 1, end), floor, (0, last + 1))


def _by_subject(act: Sentence, floor: Floor, words: tuple[int, int]) -> Heard | None:
    """Whoever is the subject of the act and stands at its beginning, all alone."""
    at = act.subject
    first = with_titles(act.codes, at, act.begin) if at is not None else act.begin
    if at is None or (first - act.begin > 1 and _DESCRIBED.fullmatch(act.codes, act.begin, first) is None):
        return None
    named = {each.name for here, each in act.study.people.items() if act.begin <= here < act.end}
    source = Source(at, at, at + 1, person=act.study.people.get(at), pronoun=act.codes[at] == "p")
    person = who_is_meant(act, source, Hearing(floor), [])
    if person is None or named - {person.name}:
        return None
    return Heard("words-beside-an-act", source, person, (at + 1, at + 2), words)
