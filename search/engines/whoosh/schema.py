"""Whoosh's schema: the fields that its own searcher may be asked for. Their arrays are in `mapped`."""

from __future__ import annotations

from whoosh import fields, formats

from search.fields import FIELDS

CODED, PLACED = "stems", ("words", "names")
ACCENTED = "accented"


class Given(fields.FieldType):  # type: ignore[misc]  # Whoosh is half typed and not followed
    """An indexed field whose terms come as they are: the analysis is ours."""

    def __init__(self, format_: formats.Format) -> None:
        """`format_` says what a posting tells besides its passage."""
        super().__init__(format_, None)


def value_field(name: str) -> str:
    """The indexed field that holds the keys of the values of one of our fields."""
    return f"value_{name}"


def schema() -> fields.Schema:
    """Whoosh's fields."""
    return fields.Schema(
        **{CODED: Given(formats.Frequency())},
        **{name: Given(formats.Positions()) for name in PLACED},
        **{ACCENTED: Given(formats.Existence())},
        **{value_field(field.name): Given(formats.Existence()) for field in FIELDS if not field.alike},
        passage=fields.STORED(),
    )
