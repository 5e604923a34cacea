"""Which of several articles with one id, or with one text, the index holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.manifest import Problem

Place = tuple[str, int]


@dataclass
class Admissions:
    """Asked for every article in the order of the sources: the first of its id and of its text is held.

    A second article with the same text is a harmless duplicate; one with the same id and another text is refused,
    because a reader of the first must not be led to the second. Asked twice for one place, it answers the same.
    """

    _by_id: dict[str, tuple[Place, str]] = field(default_factory=dict)  # id -> place and content
    _by_content: dict[str, Place] = field(default_factory=dict)
    _answers: dict[Place, Problem | None] = field(default_factory=dict)

    def refusal(self, place: Place, article_id: str, content: str) -> Problem | None:
        """Why the article at this place (path and number in the file) is not held; None admits it."""
        if place not in self._answers:
            self._answers[place] = self._refusal(article_id, content)
            if self._answers[place] is None:
                self._by_id[article_id] = place, content
                self._by_content[content] = place
        return self._answers[place]

    def _refusal(self, article_id: str, content: str) -> Problem | None:
        if article_id in self._by_id:
            (path, _), held = self._by_id[article_id]
            if held == content:
                return Problem(f"the same article as in {path}; kept once", harmless=True)
            return Problem(f"has the article id {article_id!r} of {path} but another text; not indexed")
        if content in self._by_content:
            return Problem(f"the same text as in {self._by_content[content][0]}; kept once", harmless=True)
        return None
