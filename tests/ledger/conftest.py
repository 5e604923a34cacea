"""A ledger that follows articles given as lines of text, without files or an engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from search.identity import passage_id
from search.ledger.fates import Fate, fate_of
from search.ledger.following import Followed, Published, follow
from search.ledger.store import writing
from search.ledger.text import lines_of
from search.model import ArticleInfo, Kind, Passage, Span


def passages(name: str, texts: tuple[str, ...]) -> tuple[Passage, ...]:
    info = ArticleInfo(name, f"About {name}", None, None, None, None, None, f"{name}.txt", "")
    seen: dict[str, int] = {}
    made = []
    for ordinal, text in enumerate(texts):
        number = seen[text] = seen.get(text, -1) + 1
        made.append(
            Passage(
                passage_id(name, text, number), info, ordinal, Kind.BODY, Span(0, len(text)), text, repeat=number > 0
            )
        )
    return tuple(made)


@dataclass
class Memory:
    """A ledger, and the articles it was told of last."""

    path: Path
    asked: list[str] = field(default_factory=list)

    def publish(self, *, wordings: bool = False, basis: str = "code", **articles: tuple[str, ...]) -> Followed:
        def read(name: str) -> tuple[Passage, ...]:
            self.asked.append(name)
            return passages(name, articles[name])

        self.asked.clear()
        readings = {name: repr(texts) for name, texts in articles.items()}
        with writing(self.path) as opened:
            return follow(opened, Published(readings, basis, "2026-11-26T10:00:00+00:00", read), wordings=wordings)

    def fate(self, name: str, text: str, number: int = 0) -> Fate | None:
        return fate_of(self.path, passage_id(name, text, number))

    def successor(self, name: str, text: str, number: int = 0) -> str | None:
        found = self.fate(name, text, number)
        assert found is not None
        return found.successor

    def text(self) -> list[str]:
        return list(lines_of(self.path))


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "ledger.sqlite3")
