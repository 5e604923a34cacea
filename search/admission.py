"""Which of several articles with one id, or with one content, the index holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.identity import hash16, normalised
from search.manifest import Problem
from search.model import Article


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands: its source, its number among the articles of it, and its line if it has one."""

    path: str
    number: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class _Holder:
    """The article that was there first."""

    place: Place
    id: str
    content: str

    def __str__(self) -> str:
        if self.place.line is None:
            return self.place.path
        return f"{self.place.path}:{self.place.line} (article id {self.id!r})"


def content_of(article: Article) -> str:
    """A hash of the text and of who is stated to have said it when: two speeches may be equal word for word.

    A stated id takes part, so that only articles named after an address or a path are held to be one for their text.
    """
    published = article.info.published
    stated = (
        article.info.id if article.id_stated else "",
        article.speaker or "",
        article.organisation or "",
        published.value if published and published.stated else "",
    )
    return hash16(normalised(article.text), *stated)


@dataclass
class Admissions:
    """Asked for every article in the order of the sources: the first of its id and of its content is held.

    A second article with the same content is a harmless duplicate; one with the same id and another content is
    refused, because a reader of the first must not be led to the second. Asked twice for one place, it answers the
    same.
    """

    _by_id: dict[str, _Holder] = field(default_factory=dict)
    _by_content: dict[str, _Holder] = field(default_factory=dict)
    _answers: dict[tuple[str, int], Problem | None] = field(default_factory=dict)  # by path and number

    def refusal(self, place: Place, article_id: str, content: str) -> Problem | None:
        """Why the article at this place is not held; None admits it."""
        key = place.path, place.number
        if key not in self._answers:
            asking = _Holder(place, article_id, content)
            self._answers[key] = self._refusal(asking)
            if self._answers[key] is None:
                self._by_id[article_id] = self._by_content[content] = asking
        return self._answers[key]

    def _refusal(self, asking: _Holder) -> Problem | None:
        line = asking.place.line
        if holder := self._by_id.get(asking.id):
            if holder.content == asking.content:
                return Problem(f"the same article as in {holder}; kept once", line, harmless=True)
            name = "this article id" if holder.place.line else f"the article id {asking.id!r}"
            differs = "but another text, speaker, organisation or date"
            return Problem(f"has {name}, which is that of {holder}, {differs}; not indexed", line)
        if holder := self._by_content.get(asking.content):
            return Problem(f"the same text as in {holder}; kept once", line, harmless=True)
        return None
