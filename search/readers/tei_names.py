"""The names and words of TEI elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"

# Not the speaker's words: remarks of the editors, noises, what could not be heard, who speaks, page breaks.
_UNSAID = {"note", "gap", "vocal", "kinesic", "incident", "desc", "speaker", "stage", "pb", "figure"}


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; of one that is not TEI's, with it."""
    return str(element.tag).removeprefix(TEI)


def words_in(element: etree._Element) -> str:
    """What an element prints, on one line."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: etree._Element) -> list[str]:
    texts: list[str] = [element.text or ""]
    for child in element:
        if local(child) not in _UNSAID:
            texts += _texts(child)
        texts.append(child.tail or "")
    return texts
