"""What a form of citation is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from search.citing.reference import Reference


@dataclass(frozen=True, slots=True)
class Citation:
    """One form: its name for people, its media type and the ending of its files, and the function that writes it."""

    label: str
    media_type: str
    suffix: str
    write: Callable[[Reference], str]
