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

    def refusal(self, place: Place, article_id: str, content: str) -> Problem | None:
        """Why the article at this place (path and number in the file) is not held; None admits it."""
        holder, held = self._by_id.setdefault(article_id, (place, content))
        if holder != place:
            if held != content:
                return Problem(f"has the article id {article_id!r} of {holder[0]} but another text; not indexed")
            return Problem(f"the same article as in {holder[0]}; kept once", harmless=True)
        twin = self._by_content.setdefault(content, place)
        if twin != place:
            del self._by_id[article_id]
            return Problem(f"the same text as in {twin[0]}; kept once", harmless=True)
        return None
