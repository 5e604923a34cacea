"""What was worked out for a piece of text, kept for the next piece like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")

_SHORT = 40  # characters; what is longer hardly comes again, and might be very long
_MOST = 65_536  # pieces; then it begins anew, which costs less than knowing which one was asked for last


class Known(dict[str, Made], Generic[Made]):
    """What `make` makes of pieces of text, by the piece: `make` is asked once for each that is short.

    A dictionary, because there are millions of words and one look at it is all that most of them cost.
    """

    def __init__(self, make: Callable[[str], Made], most: int = _MOST) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, piece: str) -> Made:
        made = self._make(piece)
        if len(piece) <= _SHORT:
            if len(self) >= self._most:
                self.clear()
            self[piece] = made
        return made
