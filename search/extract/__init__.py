"""Articles to attributed passages: one file per stage, in the order of `STAGES`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.extract.article_info import described
from search.extract.citations import cited
from search.extract.continuation import continued
from search.extract.dates import dated
from search.extract.decisions import decided
from search.extract.draft import Draft, Stage
from search.extract.people import peopled
from search.extract.quotations import quoted
from search.extract.repairs import repaired
from search.extract.segment import segmented
from search.extract.speech import spoken

if TYPE_CHECKING:
    from search.authority import Authority
    from search.model import Article, Passage

__all__ = ["STAGES", "Draft", "Stage", "passages_of"]

STAGES: tuple[Stage, ...] = (segmented, repaired, described, dated, cited, peopled, spoken, quoted, continued, decided)


def passages_of(article: Article, authority: Authority | None = None) -> tuple[Passage, ...]:
    """The article as attributed passages; a function of its arguments alone."""
    draft = Draft(article, authority)
    for stage in STAGES:
        draft = stage(draft)
    info = draft.info
    return tuple(each if each.article is info else replace(each, article=info) for each in draft.passages)
