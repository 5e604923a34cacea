"""What was worked out once for all readers of an edition of the archive, and is forgotten with it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar, cast

MOST = 16  # values kept; there are two pages, and as many roots as the site is mounted at

Value = TypeVar("Value")


@dataclass(slots=True)
class Kept:
    """Values of one edition, shared by all threads. They must not change once they are made."""

    _edition: str | None = None
    _values: dict[Hashable, object] = field(default_factory=dict)
    _making: threading.Lock = field(default_factory=threading.Lock)

    def of(self, edition: Callable[[], str], key: Hashable, make: Callable[[], tuple[Value, bool]]) -> Value:
        """The value of `key` in the edition that answers now, made where it is not known; `make` tells if it may stay.

        A value is not kept where another edition came while it was made: it may be of either.
        """
        with self._making:
            now = edition()
            if now != self._edition:
                self._edition, self._values = now, {}
            if key in self._values:
                return cast("Value", self._values[key])
            value, lasting = make()
            if lasting and edition() == now:
                while len(self._values) >= MOST:
                    del self._values[next(iter(self._values))]
                self._values[key] = value
            return value
