"""One row of bytes per passage: its figures, then the values of its fields. Read at once when an index is opened."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from search.engines.naming import Form, forms_of
from search.fields import FIELDS, TEXT_FIELDS
from search.model import Kind, Passage

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = tuple(Kind)
_SEPARATOR = b"\x1e"  # JSON writes no control characters
_FIGURES = np.dtype(
    [
        ("ordinal", "<i4"),
        ("day", "<i4"),  # of the common era, as `date.toordinal`; 0 is undated
        ("searched", "?"),
        ("kind", "u1"),  # its place in `KINDS`
        ("lengths", "<i4", len(TEXT_FIELDS)),  # in words
    ]
)
FORMS = "forms"
_FIELDS = tuple(field for field in FIELDS if not field.alike)
COLUMNS = (*(field.name for field in _FIELDS), "source_path", FORMS)


def row_of(passage: Passage, lengths: Mapping[str, int]) -> bytes:
    """The row of a passage; `lengths` counts the words of its text fields."""
    dating = passage.article.dating
    figures = np.array(
        (
            passage.ordinal,
            dating.day.toordinal() if dating else 0,
            passage.searched,
            KINDS.index(passage.kind),
            tuple(lengths.get(field.name, 0) for field in TEXT_FIELDS),
        ),
        dtype=_FIGURES,
    )
    values = [field.values(passage) for field in _FIELDS] + [(passage.article.source_path,)]
    cells = [*(sorted(set(held)) for held in values), sorted(set(forms_of(passage)))]
    return figures.tobytes() + _SEPARATOR.join(json.dumps(cell).encode() for cell in cells)


def figures_of(rows: Sequence[bytes]) -> NDArray[np.void]:
    """The figures of all rows, as one array with named fields."""
    return np.frombuffer(b"".join(row[: _FIGURES.itemsize] for row in rows), dtype=_FIGURES)


def cells_of(rows: Iterable[bytes]) -> dict[str, tuple[bytes, ...]]:
    """The values of all rows by column, undecoded; equal cells are equal bytes."""
    cells = zip(*(row[_FIGURES.itemsize :].split(_SEPARATOR) for row in rows), strict=True)
    return dict(zip(COLUMNS, cells, strict=True))


def forms_in(cells: Iterable[bytes]) -> Iterator[Form]:
    """The forms of names in some cells of that column."""
    for cell in cells:
        yield from (Form(*held) for held in json.loads(cell))


def values_of(cell: bytes) -> tuple[str, ...]:
    """The values in a cell."""
    return tuple(json.loads(cell))
