"""What passages tell of a name, gathered one by one: when it stands there, how it is printed, on which occasions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from search.model import Dating, Passage

_APOSTROPHES = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Printed:
    """One way a name or a title is printed, in its commonest spelling.

    `count` is of passages, `example` the id of the first of them; `first` and `last` date the articles, as far as they
    are dated. White space, apostrophes and capitals make no difference.
    """

    text: str
    count: int
    example: str
    first: Dating | None
    last: Dating | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """An article in which a voice is heard: its title and date, how many passages, and the id of the first of them."""

    title: str | None
    dating: Dating | None
    count: int
    example: str


@dataclass(slots=True)
class Period:
    """From the first date to the last, as far as passages are dated."""

    first: Dating | None = None
    last: Dating | None = None

    def see(self, dating: Dating | None) -> None:
        """Widen the period to a date."""
        if dating is not None:
            self.first = dating if self.first is None or dating.day < self.first.day else self.first
            self.last = dating if self.last is None or dating.last > self.last.last else self.last


@dataclass(slots=True)
class _Way:
    """One way of printing, with its spellings."""

    example: str
    count: int = 0
    spellings: Counter[str] = field(default_factory=Counter)
    period: Period = field(default_factory=Period)


@dataclass(slots=True)
class Ways:
    """The ways something is printed; grows with them, not with the passages."""

    ways: dict[str, _Way] = field(default_factory=dict)

    def see(self, passage: Passage, texts: Iterable[str]) -> None:
        """Count one passage for each of the ways printed in it."""
        seen: set[str] = set()
        for text in dict.fromkeys(plain for text in texts if (plain := " ".join(text.split()))):
            key = _levelled(text)
            way = self.ways.get(key)
            if way is None:
                way = self.ways[key] = _Way(passage.id)
            way.spellings[text] += 1
            if key not in seen:
                seen.add(key)
                way.count += 1
                way.period.see(passage.article.dating)

    def printed(self) -> tuple[Printed, ...]:
        """The ways, the commonest first."""
        found = (
            Printed(way.spellings.most_common(1)[0][0], way.count, way.example, way.period.first, way.period.last)
            for way in self.ways.values()
        )
        return tuple(sorted(found, key=lambda way: (-way.count, way.text)))


@dataclass(slots=True)
class Occasions:
    """The articles a voice is heard in."""

    articles: dict[str, Occasion] = field(default_factory=dict)

    def see(self, passage: Passage) -> None:
        """Count a passage for its article."""
        article = passage.article
        known = self.articles.get(article.id)
        count, example = (known.count + 1, known.example) if known else (1, passage.id)
        self.articles[article.id] = Occasion(article.title, article.dating, count, example)

    def newest_first(self) -> tuple[Occasion, ...]:
        """What is undated comes last."""
        dated = [
            (-one.dating.day.toordinal() if one.dating else 0, one.title or "", one) for one in self.articles.values()
        ]
        return tuple(one for *_, one in sorted(dated, key=lambda entry: entry[:2]))


@lru_cache(maxsize=4096)
def _levelled(text: str) -> str:
    """The text as ways are told apart, remembered: the same few stand in thousands of passages."""
    return text.translate(_APOSTROPHES).casefold()
