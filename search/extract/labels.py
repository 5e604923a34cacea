"""Whose label a passage begins with."""

from __future__ import annotations

from dataclasses import dataclass

from search.extract.people import Study
from search.extract.printed_labels import names_nobody, printed_label, unit_of_colon
from search.model import Kind, Passage

_SAID_AFTER = 2  # units
_NO_LABEL = frozenset("VvXGeTbcpPr")


@dataclass(frozen=True, slots=True)
class Label:
    """The unit that stands for the person and the unit of the colon; `formal` where a title or honorific says so."""

    at: int
    colon: int
    formal: bool


def label_of(study: Study, passage: Passage) -> Label | None:
    """The label of a person the passage begins with, if any."""
    printed = printed_label(study.reading.line.text) if passage.kind is Kind.BODY else None
    colon = unit_of_colon(study.reading, printed) if printed else None
    if printed is None or colon is None or len(study.reading.codes) - colon <= _SAID_AFTER or names_nobody(printed):
        return None
    codes = study.reading.codes
    at = next((i for i in range(colon) if i in study.people), None)
    if at is None or not _NO_LABEL.isdisjoint(codes[:colon]):
        return None
    formal = (
        study.reading.line.labelled
        or printed.bracketed
        or not set(codes[:colon]).isdisjoint("H,")
        or codes[:colon] == "R"
    )
    return Label(at, colon, formal or codes[colon + 1 : colon + 2] == "Q")
