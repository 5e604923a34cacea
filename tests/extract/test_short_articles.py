"""Short articles of many newsrooms, and talk as many houses print it, read whole.

Every line gives the words of whoever stands in brackets before it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

ARTICLES = [
    article
    for name in ("short_articles.txt", "talk_articles.txt")
    for article in (Path(__file__).parent / name).read_text(encoding="utf-8").strip().split("\n\n")
]
LINE = re.compile(r"(?:\[(?P<speaker>[^\]]+)\] )?(?P<text>.+)")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.partition("\n")[0])
def test_each_passage_is_given_to_whoever_is_heard_in_it(extract: Any, article: str) -> None:
    lines = [match for line in article.split("\n") if (match := LINE.fullmatch(line))]
    found = {passage.text: passage.speakers for passage in extract("\n".join(m["text"] for m in lines) + "\n")}
    assert found == {m["text"]: (m["speaker"],) if m["speaker"] else () for m in lines}
