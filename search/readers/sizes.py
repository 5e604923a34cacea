"""An article of a sane size, and what of it is too long to be searched whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.errors import SourceError
from search.limits import ARTICLE_CHARACTERS, PASSAGE_CHARACTERS, TOKEN_CHARACTERS
from search.model import Article
from search.readers.source import Found, Remark

_WORD = re.compile(rf"[^\W_]{{{TOKEN_CHARACTERS + 1}}}[^\W_]*")


def sized(article: Article) -> Iterator[Found]:
    """The article behind remarks on its size; an error in its place where it has more text than one article can."""
    path, line = article.info.source_path, article.line
    if len(article.text) > ARTICLE_CHARACTERS:
        most = f"{ARTICLE_CHARACTERS // 1_000_000} million characters"
        yield SourceError(path, f"more than {most} in one article: divide it", line)
        return
    paragraph = max(map(len, article.text.split("\n")), default=0)
    if paragraph > PASSAGE_CHARACTERS:
        yield Remark(path, f"a paragraph of {paragraph:,} characters: divided at its sentences", line)
    piece = max(map(len, article.text.split()), default=0)
    if piece > TOKEN_CHARACTERS and (word := _WORD.search(article.text)):
        yield Remark(path, f"a word of {len(word[0]):,} letters: searched by its first {TOKEN_CHARACTERS}", line)
    yield article
