"""The printed lines of a page: one per block, each with its kind where the mark-up says one.

One walk over the page gives all its lines and, for every element in which an article may stand, which lines are its.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4.element import CData, NavigableString, PageElement, Tag

from search.model import Kind
from search.readers.characters import clean
from search.readers.html_rows import is_row

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr"
    " ul".split()
)
_UNSEEN = frozenset(
    "applet audio button canvas datalist dialog embed iframe input map math menu nav noscript object option select"
    " script style svg template textarea title video".split()
)
_KINDS = {
    "h1": Kind.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
    **dict.fromkeys(("li", "dd", "dt", "blockquote", "pre"), Kind.BODY),
    "address": Kind.CREDIT,
}
# Words in class names; a page that names its blocks is believed.
_CLASS_KINDS = {
    **dict.fromkeys(("caption", "figcaption", "photocaption", "imgcaption"), Kind.CAPTION),
    **dict.fromkeys(("author", "byline", "credit", "credits", "source"), Kind.CREDIT),
    **dict.fromkeys(("sapo", "standfirst", "lead", "lede", "dek"), Kind.BODY),
}
_NOISE = frozenset(
    "ad ads adv advert advertisement banner breadcrumb breadcrumbs comment comments cookie cookies disqus menu nav"
    " navbar navigation newsletter pagination paywall popup promo rating recommend recommended related share sharing"
    " sidebar social sponsor sponsored subscribe tag tags toolbar widget".split()
)
_PLACE_CLASSES = frozenset(
    "article-body article-content article__body article-detail content-detail detail-content detail__content"
    " entry-content news-content post-content story-body fck_detail".split()
)
_CLASS_WORD = re.compile(r"[a-z]+")
_CLASS_CHARACTERS = 500
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LINKED_SHARE = 0.9  # of a line: it leads elsewhere and says nothing itself
_HEADING_CHARACTERS = 160  # longer, or with a full stop at the end, an <h2> is the lead in large type


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `noise` counts the blocks around it that are called related, share, comments and the like."""

    text: str
    kind: Kind | None = None
    noise: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """An element in which an article may stand. `rank` is 0 for the surest sign; `start` and `end` count lines."""

    tag: Tag
    rank: int
    start: int
    end: int
    noise: int


@dataclass(frozen=True, slots=True)
class Printed:
    """All lines of a page, and its places in the order in which they end: inner ones first."""

    lines: list[Line]
    places: list[Place]

    def at(self, place: Place) -> list[Line]:
        """The lines of one place; noise is counted from there."""
        return [Line(line.text, line.kind, line.noise - place.noise) for line in self.lines[place.start : place.end]]


def printed(root: Tag) -> Printed:
    """The lines below `root` and the places among them; no depth of nesting loses text."""
    printer = _Printer()
    places: list[Place] = []
    stack: list[_Open] = [_Open(root, iter(root.contents), 0, 0, None)]
    while stack:
        here = stack[-1]
        node = next(here.rest, None)
        if node is None:
            stack.pop()
            printer.leave(here.tag)
            if here.rank is not None:
                places.append(Place(here.tag, here.rank, here.start, len(printer.lines), here.noise))
            printer.noise = stack[-1].noise if stack else 0
        elif isinstance(node, Tag):
            if node.name not in _UNSEEN and not node.has_attr("hidden"):
                words = _class_words(node)
                rank = _rank(node)
                row = printer.row is None and is_row(node, _is_place)
                kind = _kind(node, words) or printer.kinds[-1] or (Kind.BODY if row else None)
                printer.enter(node, None if rank is not None else kind)
                if row:
                    printer.row = node
                printer.noise = here.noise + _is_noise(node, words)
                stack.append(_Open(node, iter(node.contents), len(printer.lines), printer.noise, rank))
        elif type(node) in {NavigableString, CData}:
            printer.write(str(node))
    return Printed(printer.lines, places)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is being walked through."""

    tag: Tag
    rest: Iterator[PageElement]
    start: int
    noise: int
    rank: int | None


@dataclass(slots=True)
class _Printer:
    """Collects text until a block begins or ends."""

    lines: list[Line] = field(default_factory=list)
    kinds: list[Kind | None] = field(default_factory=lambda: [None])
    text: list[str] = field(default_factory=list)
    noise: int = 0
    linked: int = 0  # characters of `text` that are links
    timed: int = 0  # characters of `text` that are a <time>
    links: int = 0  # <a> open here
    times: int = 0
    typed: int = 0  # <pre> open here
    row: Tag | None = None  # of a table, open here: its cells are one line
    broken: bool = False  # after a <br>, which ends a line unless the sentence runs on

    def enter(self, tag: Tag, kind: Kind | None) -> None:
        if self.row is not None:
            self._space(tag)
        elif tag.name in _BLOCKS or (tag.name == "br" and self.broken):
            self.flush()
        if tag.name == "br" and self.row is None:
            self.text.append(" ")
            self.broken = True
        self._count(tag.name, 1)
        self.kinds.append(kind)

    def leave(self, tag: Tag) -> None:
        if self.row is not None and self.row is not tag:
            self._space(tag)
        elif tag.name in _BLOCKS or len(self.kinds) == 1:
            self.row = None
            self.flush()
        self._count(tag.name, -1)
        self.kinds.pop()

    def write(self, text: str) -> None:
        parts = _BLANK_LINE.split(text) if self.typed else [text]
        for number, part in enumerate(parts):
            words = part.strip()
            if number or (self.broken and words and not words[0].islower()):
                self.flush()
            self.broken = self.broken and not words
            self.text.append(part)
            self.linked += len(words) if self.links else 0
            self.timed += len(words) if self.times else 0

    def flush(self) -> None:
        text = clean(_SPACES.sub(" ", "".join(self.text))).strip()
        if text:
            self.lines.append(Line(text.replace("\n", " "), self._line_kind(text), self.noise))
        self.text, self.linked, self.timed, self.broken = [], 0, 0, False

    def _space(self, tag: Tag) -> None:
        if tag.name in _BLOCKS or tag.name == "br":
            self.text.append(" ")

    def _count(self, name: str, by: int) -> None:
        self.links += by if name == "a" else 0
        self.times += by if name == "time" else 0
        self.typed += by if name == "pre" else 0

    def _line_kind(self, text: str) -> Kind | None:
        kind = self.kinds[-1]
        if self.timed >= len(text) * _LINKED_SHARE:
            return Kind.BOILERPLATE
        if kind in {None, Kind.BODY} and self.linked >= len(text) * _LINKED_SHARE and not text.endswith("."):
            return Kind.BOILERPLATE
        if kind is Kind.HEADING and (len(text) > _HEADING_CHARACTERS or text.endswith(".")):
            return None
        return kind


def _rank(tag: Tag) -> int | None:
    """How sure a sign of an article `tag` is, if it is one."""
    if "articleBody" in tag.get_attribute_list("itemprop"):
        return 0
    if tag.name == "article":
        return 1
    if not _PLACE_CLASSES.isdisjoint(tag.get_attribute_list("class")):
        return 2
    return 3 if tag.name == "main" or tag.get("role") == "main" else None


def _is_place(tag: Tag) -> bool:
    return _rank(tag) is not None


def _is_noise(tag: Tag, words: list[str]) -> bool:
    """An article's own class names its topic as often as a part of the page, so it is never noise."""
    return tag.name in {"aside", "footer"} or (tag.name not in {"article", "main"} and not _NOISE.isdisjoint(words))


def _kind(tag: Tag, words: list[str]) -> Kind | None:
    return next((_CLASS_KINDS[word] for word in words if word in _CLASS_KINDS), None) or _KINDS.get(tag.name)


def _class_words(tag: Tag) -> list[str]:
    """The words of an element's classes and id, as in `photo-caption` and `photo_caption`."""
    names = [*tag.get_attribute_list("class"), *tag.get_attribute_list("id")]
    return _CLASS_WORD.findall(" ".join(name for name in names if name).lower()[:_CLASS_CHARACTERS])
