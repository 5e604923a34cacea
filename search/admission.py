"""Which of several articles with one id, or with one text, the index holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.manifest import Problem


@dataclass
class Admissions:
    """Asked for every article in the order of the sources: the first of its id and of its text is held.

    A second article with the same text is a harmless duplicate; one with the same id and another text is refused,
    because a reader of the first must not be led to the second.
    """

    _by_id: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> path and content
    _by_content: dict[str, str] = field(default_factory=dict)  # content -> path

    def refusal(self, path: str, article_id: str, content: str) -> Problem | None:
        """Why this article is not held; None admits it."""
        if article_id in self._by_id:
            holder, held = self._by_id[article_id]
            if held != content:
                return Problem(f"has the article id {article_id!r} of {holder} but another text; not indexed")
            return Problem(f"the same article as in {holder}; kept once", harmless=True)
        if content in self._by_content:
            return Problem(f"the same text as in {self._by_content[content]}; kept once", harmless=True)
        self._by_id[article_id] = path, content
        self._by_content[content] = path
        return None
