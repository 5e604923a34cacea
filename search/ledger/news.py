"""What is new: articles in the order in which their passages were published, the latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from search.ledger.store import reading

# A passage under a new name or with a few words edited is no news: its successor stands in for what was published.
_NEW = "passage.gone IS NULL AND NOT EXISTS (SELECT 1 FROM passage AS old WHERE old.successor = passage.id)"
_ARTICLES = f"""
SELECT since, made, article.id FROM passage JOIN article ON article.number = passage.article
JOIN round ON round.number = since WHERE {_NEW} GROUP BY since, article.number ORDER BY since DESC, article.number
"""  # noqa: S608 - the condition is ours
_PASSAGES = f"""
SELECT passage.id FROM passage JOIN article ON article.number = passage.article
WHERE since = ? AND article.id = ? AND {_NEW}
"""  # noqa: S608 - as above


@dataclass(frozen=True, slots=True)
class News:
    """What one build published first: its time (ISO 8601, UTC), and some of the articles with new passages in it."""

    made: str
    round: int
    articles: tuple[str, ...]


def news_of(ledger: Path, most: int) -> Iterator[News]:
    """The articles with new passages, the latest build first, at most so many at once. Raises `LedgerError`.

    None where there is no ledger.
    """
    with reading(ledger) as opened:
        rows = opened.execute(_ARTICLES) if opened else ()
        for (since, made), articles in groupby(rows, key=lambda row: (int(row[0]), str(row[1]))):
            held: list[str] = []
            for _, _, article in articles:
                held.append(article)
                if len(held) == most:
                    yield News(made, since, tuple(held))
                    held = []
            if held:
                yield News(made, since, tuple(held))


def new_passages(ledger: Path, round_: int, articles: Sequence[str]) -> frozenset[str]:
    """The ids of the passages of some articles that a build published first. Raises `LedgerError`."""
    with reading(ledger) as opened:
        if opened is None:
            return frozenset()
        return frozenset(id_ for article in articles for (id_,) in opened.execute(_PASSAGES, (round_, article)))
