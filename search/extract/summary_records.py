"""Summary records: statements in indirect speech that go on over numbered paragraphs until the next speaker's.

"12. Ms. Roe (Estavia) said that her country had ratified. 13. It would report in May."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.extract.narrative import is_said_by_another
from search.extract.people import Study
from search.extract.proceedings import is_proceeding
from search.model import Kind, Passage

_SPEAKERS = 2  # paragraphs that name a delegate with his country and let him speak
_STATEMENT = re.compile(r"(?:#\.?)?H[NMW]\([^()]{1,12}\)(?:,[^,]{1,24},)?A{0,2}V")
_OF_A_PARTY = re.compile(r"[A-Z]{1,4} ?[-\u2013,] ?[A-Z]")  # (D-N.Y.): a seat in a parliament, no country
_NUMBERED = re.compile(r"\d{1,3}\.\s")


def is_summary_record(passages: Sequence[Passage], studies: Sequence[Study]) -> bool:
    """Whether paragraphs begin as summary records begin them: "Ms. Roe (Estavia) said"."""
    found = 0
    for passage, study in zip(passages, studies, strict=True):
        found += passage.kind is Kind.BODY and _is_statement(study)
        if found == _SPEAKERS:
            return True
    return False


def _is_statement(study: Study) -> bool:
    text = study.reading.line.text
    return _STATEMENT.match(study.reading.codes) is not None and _OF_A_PARTY.match(text, text.index("(") + 1) is None


def is_same_statement(passage: Passage, study: Study) -> bool:
    """Whether a paragraph of a summary record goes on with the statement before it."""
    text = _NUMBERED.sub("", passage.text, count=1)
    return not is_proceeding(text) and not is_said_by_another(study)
