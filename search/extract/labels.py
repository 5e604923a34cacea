"""Labels of printed talk: "Mr. X:", "THE PRESIDENT:" at the beginning of a passage."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.extract.people import Study
from search.model import Kind, Passage

_LABEL = re.compile(r"Q?a?[RH]{0,3}(?:[NMW]{1,2}|(?<=R))(?:\([^()]{1,12}\)|(?:,R){1,3})?(?=:)")
_SAID_AFTER = 3  # units


@dataclass(frozen=True, slots=True)
class Label:
    """The unit that stands for the person and the unit of the colon; `formal` where a title or honorific says so."""

    at: int
    colon: int
    formal: bool


def label_of(study: Study, passage: Passage) -> Label | None:
    """The label the passage begins with, if any."""
    codes = study.reading.codes
    match = _LABEL.match(codes) if passage.kind is Kind.BODY else None
    if match is None or len(codes) - match.end() < _SAID_AFTER:
        return None
    at = next((i for i in range(match.end()) if i in study.people), None)
    if at is None:
        return None
    quoted = codes[match.end() + 1 : match.end() + 2] == "Q"
    return Label(at, match.end(), formal=study.reading.line.labelled or bool(set(match.group()) & {"H", ","}) or quoted)


_STRANGER = re.compile(r"Q?a?[RHNMWwOi]{1,5}(?:\([^()]{1,12}\))?:")


def is_strangers(study: Study, passage: Passage) -> bool:
    """Whether the passage begins with the label of somebody whom the article does not name: "A Member: Order!"."""
    match = _STRANGER.match(study.reading.codes) if passage.kind is Kind.BODY else None
    return match is not None and (study.reading.line.labelled or not set(match.group()).isdisjoint("HRMN"))
