"""Plain text: one paragraph per line, or paragraphs wrapped at a width with blank lines between them."""

from __future__ import annotations

from collections.abc import Iterator

from search.errors import SourceError
from search.identity import hash16
from search.model import Article, ArticleInfo
from search.readers.encoding import decode
from search.readers.layout import wrapped_units
from search.readers.source import Found, Source


def read_txt(source: Source) -> Iterator[Found]:
    r"""The one article of the file; its text is the file's own, in NFC and with `\n` for every kind of line break."""
    try:
        decoded = decode(source)
    except SourceError as problem:
        yield problem
        return
    yield from decoded.remarks
    info = ArticleInfo(
        id=hash16(source.path),
        title=None,
        outlet=None,
        place=None,
        published=None,
        event=None,
        url=None,
        source_path=source.path,
        sha256=source.sha256,
    )
    yield Article(info, decoded.text, wrapped_units(decoded.text))
