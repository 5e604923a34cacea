"""Whose label a passage begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.extract.people import Study
from search.extract.printed_labels import names_nobody, printed_label, unit_of_colon
from search.model import Kind, Passage

_SAID_AFTER = 2  # units
_IN_A_LIST = re.compile(r"a?H{0,2}[NMW](?:\([^()]{1,12}\)){0,2}[.;]?\Z")  # President: Mr. X (Y)
_A_FIGURE = re.compile(r"[\s.,%$\u20ac\u00a3+\d-]{1,30}(?:percent|per cent|votes?|points?|seats?)?\.?\s*")  # Roe: 1,547
_NO_LABEL = frozenset("VvXGeTbcpPr")


@dataclass(frozen=True, slots=True)
class Label:
    """The unit that stands for the person and the unit of the colon; `formal` where a title or honorific says so."""

    at: int
    colon: int
    formal: bool


def label_of(study: Study, passage: Passage, *, alone: bool) -> Label | None:
    """The label of a person the passage begins with, or consists of where it stands `alone`, if any."""
    printed = printed_label(study.reading.line.text) if alone or passage.kind is Kind.BODY else None
    colon = unit_of_colon(study.reading, printed) if printed else None
    if printed is None or colon is None or names_nobody(printed):
        return None
    codes = study.reading.codes
    short = len(codes) - colon <= _SAID_AFTER and not study.reading.line.labelled
    if not alone and (
        short or _IN_A_LIST.match(codes, colon + 1) or _A_FIGURE.fullmatch(study.reading.line.text, printed.end + 1)
    ):
        return None
    at = next((i for i in range(colon) if i in study.people), None)
    if at is None or not _NO_LABEL.isdisjoint(codes[:colon]):
        return None
    formal = (
        alone
        or study.reading.line.labelled
        or printed.bracketed
        or not set(codes[:colon]).isdisjoint("H,")
        or codes[:colon] == "R"
    )
    return Label(at, colon, formal or codes[colon + 1 : colon + 2] == "Q")
