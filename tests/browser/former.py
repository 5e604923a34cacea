"""The seeds as they were in the edition before: one passage has been edited since, one is gone."""

from __future__ import annotations

from pathlib import Path

from search import passage_id
from search.identity import hash16

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ARTICLE, WAS, IS = "001_9ae82bb5a65a32bd.txt", "The whole industry synchronously", "The entire industry synchronously"
GONE = (
    "The quality of cadre planning has not been improved. There have been few innovations in the work of rotating "
    "cadres; less attention has been paid to training, as the reports of all the provinces said at some length."
)


def write_former(folder: Path) -> None:
    """Write the articles as they were."""
    for path in SEEDS.glob("*.txt"):
        (folder / path.name).write_text(_as_it_was(path), encoding="utf-8")


def old_addresses() -> dict[str, str]:
    """The addresses that the two passages had."""
    article = hash16(ARTICLE)
    edited = next(line for line in _as_it_was(SEEDS / ARTICLE).splitlines() if WAS in line)
    return {kind: f"/p/{passage_id(article, words, 0)}" for kind, words in (("edited", edited), ("gone", GONE))}


def _as_it_was(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.name != ARTICLE:
        return text
    assert IS in text
    return f"{text.rstrip()}\n{GONE}\n".replace(IS, WAS)
