"""A cooperative deadline: engines ask it between steps and answer with what they have."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Deadline:
    """Passed once `clock()` reaches `at` (seconds of that clock)."""

    at: float
    clock: Callable[[], float] = field(default=time.monotonic, repr=False)

    @property
    def passed(self) -> bool:
        """Whether the time is up."""
        return self.clock() >= self.at

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float] = time.monotonic) -> Deadline:
        """A deadline this many seconds from now."""
        return cls(clock() + seconds, clock)


NEVER = Deadline(float("inf"))
