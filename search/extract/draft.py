"""The value that passes through the stages of extraction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search.model import Article, ArticleInfo, Passage

if TYPE_CHECKING:
    from search.authority import Authority
    from search.extract.people import Study


@dataclass(frozen=True, slots=True)
class Draft:
    """An article, its passages so far, and the authority that may be asked. Every stage returns a changed copy.

    `passages` ascend and cover every character of the article's text but white space. What a stage learns of the
    article as a whole goes into `article.info`; the passages get the final one when all stages are done. `studies`
    are the passages as the rules of speech read them, one for each, once their people have been found.
    """

    article: Article
    authority: Authority | None = None
    passages: tuple[Passage, ...] = ()
    studies: tuple[Study, ...] = ()

    @property
    def info(self) -> ArticleInfo:
        """What is known of the article so far."""
        return self.article.info

    def with_info(self, info: ArticleInfo) -> Draft:
        """The same draft, more (or better) known of the article."""
        if info == self.info:
            return self  # so that its passages have what is known already
        return Draft(replace(self.article, info=info), self.authority, self.passages, self.studies)

    def with_passages(self, passages: tuple[Passage, ...]) -> Draft:
        """The same draft with other passages."""
        return Draft(self.article, self.authority, passages, self.studies)


Stage = Callable[[Draft], Draft]
