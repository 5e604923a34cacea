"""The engines: each answers the same questions with the same answers. ENGINES maps a name to how one is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from search.engines import memory, whoosh
from search.engines.base import SearchEngine


@dataclass(frozen=True, slots=True)
class EngineKind:
    """How to get an engine. All three raise `IndexStateError`.

    `create` makes one without passages in a new directory, `open` opens one that is there; an engine is for one
    thread. `branch` makes a second directory whose writer leaves the first one as it is.
    """

    create: Callable[[Path], SearchEngine]
    open: Callable[[Path], SearchEngine]
    branch: Callable[[Path, Path], None]


ENGINES: dict[str, EngineKind] = {
    "whoosh": EngineKind(whoosh.create, whoosh.open_, whoosh.branch),
    "memory": EngineKind(memory.create, memory.open_, memory.branch),
}
DEFAULT_ENGINE = "whoosh"
