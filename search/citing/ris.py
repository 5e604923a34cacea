"""RIS, for EndNote, Zotero, Mendeley: one tagged line per value, so that a value may hold no line break."""

from __future__ import annotations

from collections.abc import Iterator

from search.citing.reference import Reference
from search.model import Dating, Precision


def ris(reference: Reference) -> str:
    """One record of a newspaper article."""
    lines = (f"{tag}  - {value}\n" for tag, value in _lines(reference))
    return "".join(("TY  - NEWS\n", *lines, "ER  - \n"))


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", reference.key
    if reference.title:
        yield "TI", reference.title
    if reference.outlet:
        yield "T2", reference.outlet
    if reference.place:
        yield "CY", reference.place
    if reference.dating is not None:
        yield "PY", f"{reference.dating.day.year:04d}"
        yield "DA", _date(reference.dating)
    yield "AB", reference.text
    yield "N1", reference.note
    yield from (("KW", keyword) for keyword in reference.keywords)
    yield "UR", reference.address.replace(";", "%3B")  # readers divide several addresses there


def _date(dating: Dating) -> str:
    """`YYYY/MM/DD/remark`, where what is not known is left empty and the last place tells how the date is known."""
    month = "" if dating.precision is Precision.YEAR else f"{dating.day.month:02d}"
    day = f"{dating.day.day:02d}" if dating.precision is Precision.DAY else ""
    return f"{dating.day.year:04d}/{month}/{day}/{'' if dating.stated else 'inferred'}"
