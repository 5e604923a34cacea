"""TEI, as ParlaMint and other corpora of debates write it: one article per speech, stated by whom and when.

A speech is a `<u>` (or `<sp>`), its paragraphs are `<seg>` (or `<p>`). What was not said (`<note>`, `<vocal>`, `<gap>`
and the like) is left out. Who `who` points to is looked up among the persons of the same file; where it has none, the
pointer itself is the name, which an authority file can spell out. A text without speeches is one article.

XML is read without entities of its own, without a network, and without the lifting of the parser's limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from search.errors import SourceError
from search.readers.encoding import refuse_no_text
from search.readers.source import Found, Remark, Source
from search.readers.stated import Stated, UnusableError, article_in
from search.readers.tei_header import Header, header_of
from search.readers.tei_names import ID, TEI, local, words_in

_SPEECHES = {"u", "sp"}
_PARAGRAPHS = {"seg", "p", "l", "ab"}


def read_tei(source: Source) -> Iterator[Found]:
    """The speeches of a file; one that cannot be read is a `SourceError` with its line."""
    try:
        root = _parsed(source)
    except SourceError as problem:
        yield problem
        return
    if local(root) == "teiCorpus":
        yield Remark(source.path, "the frame of a corpus: its parts are files of their own")
        return
    body = root.find(f".//{TEI}body")
    if local(root) != "TEI" or body is None:
        yield SourceError(source.path, f"<{local(root)}> is not TEI with a text in it")
        return
    if next(body.iter(f"{TEI}w"), None) is not None:
        yield SourceError(source.path, "annotated word by word: take the edition of the corpus in plain text")
        return
    header, addresses = header_of(root), set[str]()
    for element, heading in _speeches(body):
        stated = Stated(_values(element, heading, header))
        try:
            article = article_in(source, stated, stated.text(), element.sourceline or 1, addresses)
        except UnusableError as problem:
            yield SourceError(source.path, str(problem), element.sourceline)
        else:
            yield from (Remark(source.path, reason, element.sourceline) for reason in stated.remarks)
            yield article


def _parsed(source: Source) -> etree._Element:
    refuse_no_text(source)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source.data, parser)
    except etree.XMLSyntaxError as problem:
        raise SourceError(source.path, f"no XML: {problem.msg}", problem.lineno) from problem
    except ValueError as problem:  # an encoding that is unknown
        raise SourceError(source.path, f"no XML: {problem}") from problem
    entity = next(root.iter(etree.Entity), None)
    if entity is not None:
        raise SourceError(source.path, f"{entity.text} is not resolved: write the characters it stands for")
    return root


def _speeches(body: etree._Element) -> Iterator[tuple[etree._Element, str | None]]:
    """Each speech with the heading it stands under; the whole text where there is no speech in it."""
    heading: str | None = None
    found = False
    for element in body.iter():
        name = local(element)
        if name == "div":
            heading = None if found else heading
            heading = words_in(head) if (head := element.find(f"{TEI}head")) is not None else heading
        elif name in _SPEECHES:
            found = True
            yield element, heading
    if not found:
        yield body, None


def _values(element: etree._Element, heading: str | None, header: Header) -> dict[str, Any]:
    """What is stated of a speech, by the keys of a record."""
    pointers = (element.get("who") or "").split()
    speaker = header.person(pointers[0]) if len(pointers) == 1 else None
    printed = element.find(f"{TEI}speaker")
    own = element.get(ID)
    return {
        "article_id": own and (own if header.id is None or own.startswith(header.id) else f"{header.id}.{own}"),
        "title": heading or header.title,
        "date": header.date,
        "speaker": speaker or (words_in(printed) if printed is not None else None),
        "organisation": header.body_of(pointers[0]) if len(pointers) == 1 else None,
        "outlet": header.outlet,
        "url": header.url,
        "paragraphs": _paragraphs(element),
    }


def _paragraphs(element: etree._Element) -> list[str]:
    marked = [part for part in element.iter() if local(part) in _PARAGRAPHS and not _inside(part, element)]
    lines = [words_in(part) for part in marked] if marked else [words_in(element)]
    return [line for line in lines if line]


def _inside(part: etree._Element, element: etree._Element) -> bool:
    """Whether the paragraph stands in another one of the same speech, which holds its words already."""
    above = part.getparent()
    while above is not None and above is not element:
        if local(above) in _PARAGRAPHS:
            return True
        above = above.getparent()
    return False
