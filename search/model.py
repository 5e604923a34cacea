"""The nouns: spans, articles, passages and what is known of them. All frozen, no behaviour beyond projections."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points in a stated text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse ranges that run backwards or start before the text."""
        if not 0 <= self.start <= self.end:
            msg = f"not a span: {self.start}..{self.end}"
            raise ValueError(msg)

    def of(self, text: str) -> str:
        """The stretch of `text` this span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same stretch counted from another origin."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Kind(StrEnum):
    """What a passage is on the printed page."""

    TITLE = "title"
    DATELINE = "dateline"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


SEARCHED_KINDS = frozenset({Kind.TITLE, Kind.HEADING, Kind.BODY, Kind.CAPTION})


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_KNOWN = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}  # characters of a date


class Mode(StrEnum):
    """How the words are given: quoted, reported by a cue of their own, or running on from before."""

    DIRECT = "direct"
    REPORTED = "reported"
    CONTINUED = "continued"


class Grade(StrEnum):
    """How the speaker was found, from the surest to the least sure."""

    NAMED = "named"
    ROLE = "role"
    SHORT_NAME = "short-name"
    PRONOUN = "pronoun"
    CONTINUATION = "continuation"


class Collective(StrEnum):
    """Who is heard where no person speaks."""

    REPORT = "report"
    DELEGATES = "delegates"
    CONFERENCE = "conference"
    INSTITUTION = "institution"


class MentionKind(StrEnum):
    """What is named."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Dating:
    """A calendar date as far as it is known, with the words that prove it.

    `day` is the first day of the month or year where precision is coarser. `until` is the last day of an event of
    several days. `stated` is False for a date that was inferred. `evidence` quotes the words used, in reading order.
    """

    day: date
    precision: Precision
    stated: bool
    evidence: str
    until: date | None = None

    @property
    def value(self) -> str:
        """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`: never more than is known."""
        return self.day.isoformat()[: _KNOWN[self.precision]]

    @property
    def last(self) -> date:
        """The last day that is meant: of the event, or of the month or year where no day is known."""
        if self.precision is Precision.DAY:
            return self.until or self.day
        month = 12 if self.precision is Precision.YEAR else self.day.month
        return self.day.replace(month=month, day=monthrange(self.day.year, month)[1])


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What is known of an article as a whole; None is unknown, never a guess."""

    id: str
    title: str | None
    outlet: str | None
    place: str | None
    published: Dating | None
    event: Dating | None
    url: str | None
    source_path: str
    sha256: str

    @property
    def dating(self) -> Dating | None:
        """The date the article is filed under: published, else the event's."""
        return self.published or self.event

    @property
    def year(self) -> int | None:
        """The year of `dating`."""
        return self.dating.day.year if self.dating else None


@dataclass(frozen=True, slots=True)
class Hint:
    """What the input format itself says of a stretch of the article's text: an `<h2>` is a heading."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class Article:
    """One source text as read. `text` is NFC and raw; every span of its passages reproduces a stretch of it.

    `hints` ascend and do not overlap. `speaker` and `organisation` are stated by the record (a speech printed whole)
    and outrank anything found in the text. `line` is where the record stands in a source of several, 1-based;
    `id_stated` tells an id that the record gives itself from one made of its address or path.
    """

    info: ArticleInfo
    text: str
    hints: tuple[Hint, ...] = ()
    speaker: str | None = None
    organisation: str | None = None
    line: int | None = None
    id_stated: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """Analysis reads `replacement` where the raw text has `span` (in the passage): glued words, NBSP, debris."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Enough to print "why this speaker?".

    `rule` is a stable name from the extractor's list; `antecedent` the ordinal of the passage that gave the name or
    the speech this one continues; `words` what stands there; `office_row` the authority row used, as printed there.
    """

    rule: str
    antecedent: int | None = None
    words: str | None = None
    office_row: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said (part of) a passage, and how that is known.

    `speaker` is a person's canonical name or None, never a guess; `collective` says who is heard where no person
    speaks. `printed` is what the text calls the source ("The General Secretary"). `cue`, `content` and `mention` are
    spans in the passage's text. `body` is the canonical name of the body whose office the speaker held.
    """

    speaker: str | None
    collective: Collective | None
    printed: str
    mode: Mode
    grade: Grade
    cue: Span | None
    content: Span | None
    evidence: Evidence
    mention: Span | None = None
    office: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, organisation or document named in a passage; naming is not speaking. `name` is canonical."""

    name: str
    kind: MentionKind
    span: Span
    printed: str


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A title without a name that only a dated office row of the authority resolves; never a named person."""

    printed: str
    person: str
    row: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One printed paragraph with what is known of it.

    `span` is in the article's text and `text == span.of(article.text)`, always raw. `ordinal` is 0-based among the
    article's passages. `heading` is the text of the nearest heading above. `repeat` marks an exact reprint of an
    earlier passage of the same article: kept for reading, not searched.
    """

    id: str
    article: ArticleInfo
    ordinal: int
    kind: Kind
    span: Span
    text: str
    repairs: tuple[Repair, ...] = ()
    heading: str | None = None
    repeat: bool = False
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    offices: tuple[OfficeMention, ...] = ()

    @property
    def searched(self) -> bool:
        """Whether a search may find this passage."""
        return self.kind in SEARCHED_KINDS and not self.repeat

    @property
    def speakers(self) -> tuple[str, ...]:
        """The persons heard here, once each, in order of appearance."""
        return tuple(dict.fromkeys(a.speaker for a in self.attributions if a.speaker))

    def names(self, kind: MentionKind) -> tuple[str, ...]:
        """The canonical names of one kind, once each, in order of appearance."""
        return tuple(dict.fromkeys(m.name for m in self.mentions if m.kind is kind))
