"""BibTeX, for LaTeX and most reference managers; text beyond ASCII stays UTF-8, as biber and BibTeX 0.99 read it."""

from __future__ import annotations

from collections.abc import Iterator

from search.citing.reference import Reference
from search.model import Precision

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

# BibTeX counts braces even behind a backslash, so that they may not stand for themselves in any way.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def bibtex(reference: Reference) -> str:
    """One entry. The article has no author that is known: who is heard in the passage stands in the note."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(reference))
    return f"@misc{{{reference.key},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.title:
        yield "title", f"{{{_text(reference.title)}}}"  # twice in braces: its capitals are kept
    if reference.outlet:
        yield "howpublished", _text(reference.outlet)
    if reference.place:
        yield "address", _text(reference.place)
    if reference.dating is not None:
        yield "year", f"{{{reference.dating.day.year:04d}}}"
        if reference.dating.precision is not Precision.YEAR:
            yield "month", _MONTHS[reference.dating.day.month - 1]
        if reference.dating.precision is Precision.DAY:
            yield "day", f"{{{reference.dating.day.day}}}"
    yield "url", f"{{{reference.address}}}"
    yield "note", _text(reference.note)
    if reference.keywords:
        yield "keywords", _text(", ".join(reference.keywords))
    yield "abstract", _text(reference.text)


def escaped(text: str) -> str:
    """Text that LaTeX prints as it stands here."""
    return text.translate(_ESCAPES)


def _text(value: str) -> str:
    return f"{{{escaped(value)}}}"
