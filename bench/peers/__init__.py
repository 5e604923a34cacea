"""The engines that are compared. Each one answers the same questions about the same tokens of the same passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.asking import Answer, Question
from bench.peers import fts5, grouped, ours, yardstick
from search.model import Passage


class Peer(Protocol):
    """An engine that is open."""

    def answer(self, question: Question) -> Answer:
        """Answer one question completely."""


@dataclass(frozen=True, slots=True)
class PeerKind:
    """How to build an index in a new folder and to open it; `missing` says why that is not possible here, if so."""

    build: Callable[[Iterable[tuple[Passage, ...]], Path], None]
    open: Callable[[Path], Peer]
    missing: Callable[[], str | None]


PEERS: dict[str, PeerKind] = {
    "ours": PeerKind(ours.build, ours.open_, ours.missing),
    "tantivy": PeerKind(yardstick.build, yardstick.open_, yardstick.missing),
    "tantivy-lean": PeerKind(yardstick.build_lean, yardstick.open_, yardstick.missing),
    "fts5": PeerKind(fts5.build, fts5.open_, fts5.missing),
    "whoosh-groupedby": PeerKind(grouped.build, grouped.open_, grouped.missing),
}
