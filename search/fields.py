"""FIELDS: the one table of what is counted, filtered and searched; schemas and fingerprint follow from it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from search.model import Grade, Kind, MentionKind, Passage

Values = Callable[[Passage], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a passage. `values` is empty where the passage has none of it; `none` names that state, if it can be.

    `order` is how a facet lists its values: most hits first, or by value from the newest. Values that fold alike
    (`Tô Lâm`, `To Lam`) are one, unless `folds` is False. `ranges` allows `2022..2024`. `labels` are (value, label)
    pairs for values that are codes rather than names. Where the values are names, `mentions` tells which mentions of a
    passage print them. A field with `alike` has passages for values, and near-identical ones
    (`search.engines.likeness`) are one value: the first of them in reading order.
    """

    name: str
    label: str
    values: Values
    none: str | None
    order: Literal["count", "newest"] = "count"
    facet: bool = True
    folds: bool = True
    ranges: bool = False
    labels: tuple[tuple[str, str], ...] = ()
    mentions: MentionKind | None = None
    alike: bool = False

    def label_of(self, value: str | None) -> str:
        """How a value is shown to people."""
        if value is None:
            return self.none or "None"
        return dict(self.labels).get(value, value) if self.labels else value


@dataclass(frozen=True, slots=True)
class TextField:
    """Words of a passage. `boost` weighs a match; `finds` tells whether a match here makes the passage a hit.

    A field that does not find only lifts the score of passages found elsewhere: the article's title and the heading
    above a passage tell what it is about, but a reader who searches a word wants passages that hold it.
    """

    name: str
    text: Callable[[Passage], str]
    boost: float
    finds: bool


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _dated(length: int) -> Values:
    """The date of the article cut to this length, where so much of it is known."""

    def values(passage: Passage) -> tuple[str, ...]:
        dating = passage.article.dating
        value = dating.value if dating else ""
        return (value[:length],) if len(value) >= length else ()

    return values


def _bodies(passage: Passage) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.body for a in passage.attributions if a.speaker and a.body))


def _grades(passage: Passage) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.grade.value for a in passage.attributions if a.speaker))


def _names(passage: Passage) -> str:
    named = tuple(m.name for m in passage.mentions)
    return "\n".join(dict.fromkeys(passage.speakers + named))


_PERSON, _BODY, _DOCUMENT = MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.DOCUMENT
_KIND_LABELS = tuple((kind.value, "Paragraph" if kind is Kind.BODY else kind.value.capitalize()) for kind in Kind)
_GRADE_LABELS = (
    (Grade.NAMED.value, "Named beside the words"),
    (Grade.ROLE.value, "By office"),
    (Grade.SHORT_NAME.value, "By short name"),
    (Grade.PRONOUN.value, "By pronoun"),
    (Grade.CONTINUATION.value, "Continued speech"),
)

FIELDS: tuple[Field, ...] = (
    Field("speaker", "Speaker", lambda p: p.speakers, "No speaker named", mentions=_PERSON),
    Field("year", "Year", _dated(4), "Undated", order="newest", folds=False, ranges=True),
    Field("month", "Month", _dated(7), "No month known", order="newest", folds=False, ranges=True),
    Field("organisation", "Body named", lambda p: p.names(_BODY), "No body named", mentions=_BODY),
    Field("document", "Document", lambda p: p.names(_DOCUMENT), "No document cited", mentions=_DOCUMENT),
    Field("outlet", "Outlet", lambda p: _one(p.article.outlet), "Outlet unknown"),
    Field("kind", "Kind", lambda p: (p.kind.value,), None, labels=_KIND_LABELS),
    Field("speaker_body", "Speaks for", _bodies, "No office known", mentions=_BODY),
    Field("grade", "Attribution", _grades, "No speaker named", labels=_GRADE_LABELS),
    Field("person", "Person named", lambda p: p.names(_PERSON), "No person named", facet=False, mentions=_PERSON),
    Field("day", "Day", _dated(10), "No day known", order="newest", facet=False, folds=False, ranges=True),
    Field("article", "Article", lambda p: (p.article.id,), None, facet=False, folds=False),
    Field("like", "Near-identical to", lambda p: (p.id,), None, facet=False, folds=False, alike=True),
)

TEXT_FIELDS: tuple[TextField, ...] = (
    TextField("text", lambda p: p.text, 1.0, finds=True),
    TextField("names", _names, 0.5, finds=True),
    TextField("title", lambda p: p.article.title or "", 1.0, finds=False),
    TextField("heading", lambda p: p.heading or "", 0.3, finds=False),
)

# What a match is worth by the kind of its passage: with the same words, what was said ranks above what announces it.
KIND_WEIGHTS: Mapping[Kind, float] = {
    Kind.BODY: 1.0,
    Kind.TITLE: 0.7,
    Kind.HEADING: 0.7,
    Kind.CAPTION: 0.6,
}

FACETS: tuple[Field, ...] = tuple(field for field in FIELDS if field.facet)
BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}


def fingerprint() -> str:
    """A hash that changes when a field is added, dropped, renamed or weighed anew: the index must be built again."""
    rows = [(f.name, f.order, f.facet, f.alike) for f in FIELDS]
    texts = [(t.name, t.boost, t.finds) for t in TEXT_FIELDS]
    kinds = [(kind.value, weight) for kind, weight in KIND_WEIGHTS.items()]
    return hashlib.sha256(repr((rows, texts, kinds)).encode()).hexdigest()[:16]
