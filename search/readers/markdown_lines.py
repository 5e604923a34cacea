"""The blocks of a Markdown text as the page prints them: one line each, without the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.model import Kind

Block = tuple[str, Kind | None]

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_PICTURE = re.compile(r"!\[([^\]\n]{0,1000})\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"(?<!\\)\[([^\]\n]{0,1000})(?<!\\)\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^>\s]{1,2000})>")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]")
_STRONG = re.compile(r"(?<![\w\\])(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1(?!\w)")
_WEAK = re.compile(r"(?<![\w\\*])([*_])(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`([^`\n]{1,1000})`")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def blocks_of(text: str) -> Iterator[Block]:
    """Each block with its kind where its marks say one: headings, and pictures by what is written for them."""
    held: list[str] = []
    fenced = False
    for line in [*_without_comments(text).split("\n"), ""]:
        bare = _QUOTE.sub("", line, count=1) if not fenced else line
        if _FENCE.match(bare):
            fenced = not fenced
            yield from _paragraph(held)
        elif fenced:
            if bare.strip():
                yield bare.strip(), None
        elif heading := _HEADING.fullmatch(bare):
            yield from _paragraph(held)
            yield from _line(heading[2], Kind.HEADING)
        elif held and _UNDERLINE.fullmatch(bare):
            above = " ".join(held)
            held.clear()
            yield from _line(above, Kind.HEADING)
        elif not bare.strip() or _RULE.fullmatch(bare) or _DEFINITION.match(bare):
            yield from _paragraph(held)
        elif item := _ITEM.fullmatch(bare):
            yield from _paragraph(held)
            held.append(item[1])
        else:
            held.append(bare.strip())


def _without_comments(text: str) -> str:
    """The text without `<!-- … -->`; a comment without an end is text."""
    kept, done = [], 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[done:start])
        done = end + 3
    return "".join([*kept, text[done:]])


def _paragraph(held: list[str]) -> Iterator[Block]:
    """The lines held so far as one; a paragraph that is a picture alone is its caption."""
    whole = " ".join(held)
    held.clear()
    if picture := _PICTURE.fullmatch(whole.strip()):
        yield from _line(picture[1], Kind.CAPTION)
    else:
        yield from _line(whole, None)


def _line(text: str, kind: Kind | None) -> Iterator[Block]:
    plain = _PICTURE.sub(r"\1", text)
    for pattern, kept in ((_LINK, r"\1"), (_ADDRESS, r"\1"), (_STRONG, r"\2"), (_WEAK, r"\2"), (_CODE, r"\1")):
        plain = pattern.sub(kept, plain)
    plain = _ESCAPED.sub(r"\1", plain).strip()
    if plain:
        yield plain, kind
