"""The printed lines of an HTML element: one per block, each with its kind where the mark-up says one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4.element import CData, NavigableString, PageElement, Tag

from search.model import Kind
from search.readers.characters import clean

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr"
    " ul".split()
)
_UNSEEN = frozenset(
    "applet audio button canvas datalist dialog embed head iframe input map math menu nav noscript object option select"
    " script style svg template textarea title video".split()
)
_WHOLES = frozenset({"article", "body", "main"})  # their classes name the topic as often as the part of the page
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
_CLASS_WORD = re.compile(r"[a-z]+")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LINKED_SHARE = 0.9  # of a line: it leads elsewhere and says nothing itself
_HEADING_CHARACTERS = 160  # longer, or with a full stop at the end, an <h2> is the lead in large type


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line and the kind its mark-up gives it, if any."""

    text: str
    kind: Kind | None = None


def lines_of(root: Tag, *, noise: bool) -> list[Line]:
    """The lines below `root`; blocks called related, share, comments and the like only where `noise` is true."""
    printer = _Printer()
    stack: list[tuple[Tag, Iterator[PageElement]]] = [(root, iter(root.contents))]
    while stack:
        tag, rest = stack[-1]
        node = next(rest, None)
        if node is None:
            stack.pop()
            printer.leave(tag)
        elif isinstance(node, Tag):
            if _is_seen(node, noise=noise):
                printer.enter(node)
                stack.append((node, iter(node.contents)))
        elif type(node) in {NavigableString, CData}:
            printer.write(str(node))
    printer.leave(root)
    return printer.lines


@dataclass(slots=True)
class _Printer:
    """Collects text until a block begins or ends."""

    lines: list[Line] = field(default_factory=list)
    kinds: list[Kind | None] = field(default_factory=lambda: [None])
    text: list[str] = field(default_factory=list)
    linked: int = 0  # characters of `text` that are links
    timed: int = 0  # characters of `text` that are a <time>
    links: int = 0  # <a> open here
    times: int = 0
    typed: int = 0  # <pre> open here
    broken: bool = False  # after a <br>, which ends a line unless the sentence runs on

    def enter(self, tag: Tag) -> None:
        if tag.name in _BLOCKS or (tag.name == "br" and self.broken):
            self.flush()
        if tag.name == "br":
            self.text.append(" ")
            self.broken = True
        self._count(tag.name, 1)
        self.kinds.append(_kind(tag) or self.kinds[-1])

    def leave(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self.flush()
        self._count(tag.name, -1)
        if len(self.kinds) > 1:
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
        if text and not text.isspace():
            self.lines.append(Line(text.replace("\n", " "), self._line_kind(text)))
        self.text, self.linked, self.timed, self.broken = [], 0, 0, False

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


def _is_seen(tag: Tag, *, noise: bool) -> bool:
    if tag.name in _UNSEEN or tag.has_attr("hidden"):
        return False
    if noise or tag.name in _WHOLES:
        return True
    return tag.name not in {"aside", "footer"} and _NOISE.isdisjoint(_class_words(tag))


def _kind(tag: Tag) -> Kind | None:
    for word in _class_words(tag):
        if word in _CLASS_KINDS and tag.name not in _WHOLES:
            return _CLASS_KINDS[word]
    return _KINDS.get(tag.name)


def _class_words(tag: Tag) -> list[str]:
    names = [*tag.get_attribute_list("class"), *tag.get_attribute_list("id")]
    return _CLASS_WORD.findall(" ".join(name for name in names if name).lower()[:500])
