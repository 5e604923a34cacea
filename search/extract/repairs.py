"""Debris of crawling: what analysis should read instead, while the raw text stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from search.extract.draft import Draft
from search.extract.glue import OPENERS, SUSPECT, parted
from search.model import Passage, Repair, Span

_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{1,20}")
_NOTHING = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]{1,20}")
_BEFORE_STOP = re.compile(r"(?<=[\w)”\"’])[ \u00a0]{1,4}(?=[,;](?:\s|$))")
_END_MARK = re.compile(r"(?<=\.)/\.(?=\s{0,4}$)")
_BOLD = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*")
_CELL = re.compile(r"\s{0,4}\|$")
_AFTER_PAREN = re.compile(r"\)(?<=[^\s(][^\s(]\))(?=[^\W\d_]{3})")
_AFTER_STOP = re.compile(rf"\.(?=(?:{'|'.join(sorted(OPENERS))})\s)(?<=[^\W\d_]{{3}}\.)")
_ODD = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]")

# What a picture of the speaker says of itself before a label: "Jane Roe Portrait Ms Jane Roe (Delft) (Lab)".
_PORTRAIT = re.compile(
    r"\A(?:[^\W\d_a-z][\w.'\u2019-]{0,20}\s){1,5}Portrait\s"
    r"(?=(?:The|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|[A-Z][\w'\u2019-]{0,20})\s[A-Z][^.!?]{2,120}\Z)"
)

_TAKEN_OUT = (
    (" Portrait ", _PORTRAIT),
    ("**", _BOLD),
    (" ,", _BEFORE_STOP),
    (" ;", _BEFORE_STOP),
    ("./.", _END_MARK),
    ("|", _CELL),
)  # mark, and what goes
_LEFT_OUT = ((")", _AFTER_PAREN), (".", _AFTER_STOP))  # mark, and the place after which a blank is missing

_WORD = re.compile(r"[^\W_]{6,80}")
_ADDRESS = frozenset("@/_\\#=&?%")


class _Vocabulary:
    """The words of an article in lower case, gathered when first asked for: few articles ever need them."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._texts = [passage.text for passage in passages]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, also those that are themselves debris."""
        return frozenset(word for text in self._texts for word in re.findall(r"[^\W\d_]{3,40}", text.lower()))


def repaired(draft: Draft) -> Draft:
    """Note in every passage what analysis should read instead of debris; repairs ascend and do not overlap."""
    vocabulary = _Vocabulary(draft.passages)
    return draft.with_passages(tuple(_with_repairs(passage, vocabulary) for passage in draft.passages))


def _with_repairs(passage: Passage, vocabulary: _Vocabulary) -> Passage:
    found = sorted(
        (*_marks(passage.text), *_words(passage.text, vocabulary)), key=lambda r: (r.span.start, -r.span.end)
    )
    if not found:
        return passage
    kept: list[Repair] = []
    for repair in found:
        if (
            not kept
            or repair.span.start > kept[-1].span.end
            or kept[-1].span.end == repair.span.start < repair.span.end
        ):
            kept.append(repair)
    return replace(passage, repairs=tuple(kept))


def _marks(text: str) -> Iterator[Repair]:
    """Blanks, signs and punctuation out of place."""
    for mark, pattern in _TAKEN_OUT:
        if mark in text:
            yield from (Repair(Span(*match.span()), "") for match in pattern.finditer(text))
    for mark, pattern in _LEFT_OUT:
        if mark in text:
            yield from (Repair(Span(match.end(), match.end()), " ") for match in pattern.finditer(text))
    if not text.isascii() and _ODD.search(text):
        for pattern, replacement in ((_BEFORE_STOP, ""), (_BLANK, " "), (_NOTHING, "")):
            yield from (Repair(Span(*match.span()), replacement) for match in pattern.finditer(text))


def _words(text: str, vocabulary: _Vocabulary) -> Iterator[Repair]:
    """Words that lost the blank between them."""
    if not any(map(SUSPECT.__getitem__, text.split())):
        return
    for match in _WORD.finditer(text):
        cuts = parted(match.group(), lambda: vocabulary.words)
        if cuts and not _in_address(text, match):
            yield from (Repair(Span(match.start() + cut, match.start() + cut), " ") for cut in cuts)


def _in_address(text: str, match: re.Match[str]) -> bool:
    """Whether the word stands in a web address, a mail address, a file name or a tag."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 5]
    if before in _ADDRESS or after[:1] in _ADDRESS:
        return True
    if before == "." and text[match.start() - 2 : match.start() - 1].isalnum():
        return True
    return after[:1] == "." and re.match(r"[a-z]{2,4}", after[1:]) is not None
