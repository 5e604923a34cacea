"""Articles to measure on: as they are in files, repeated under other ids, or made up of their paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path

from search.model import Article
from search.readers import read
from search.sources import load

_PARAGRAPHS = 8
_SYLLABLES = ("Ba", "Chi", "Dai", "Hao", "Khe", "Lam", "Minh", "Nhu", "Phong", "Quy", "Son", "Tam", "Vien")


def articles_in(files: Iterable[Path]) -> tuple[Article, ...]:
    """Every article that can be read from the files."""
    found = (each for file in files for each in read(load(file.parent, Path(file.name))))
    return tuple(each for each in found if isinstance(each, Article))


def repeated(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles over and over, each time under another id."""
    for number, article in zip(count(), cycle(articles)):
        yield replace(article, info=replace(article.info, id=f"{article.info.id}-{number}"))


def made_up(articles: Sequence[Article], number: int) -> Article:
    """An article of a few paragraphs taken from the others, with a speaker of its own; the same for each number."""
    paragraphs = [line for article in articles for line in article.text.splitlines() if line.strip()]
    start = number * 7 % len(paragraphs)
    chosen = [paragraphs[(start + step * 3) % len(paragraphs)] for step in range(_PARAGRAPHS)]
    name = "Tran " + " ".join(_SYLLABLES[number // 13**place % 13] for place in range(2))
    chosen.insert(1, f"Mr. {name}, Chairman of the People's Committee of Lam Khe Province, stressed task {number}.")
    info = replace(articles[0].info, id=f"made-up-{number}", source_path=f"{number}.txt", title=None)
    return Article(info, "\n".join(chosen) + "\n")
