"""No text of an article is ever markup: 1,500 hostile ones through search, marks and pages (P10)."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

from search import Archive, Query, Settings
from search.limits import PAGE_SIZE_MAX
from torture.figures import Figure
from torture.worlds import World
from webapp import create_app

TEXTS = 1_500
_MADE = 2_000  # some look like credits or datelines, which are not searched
_PIECES = (
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</mark>",
        "<mark>",
        "&lt;b&gt;",
        "&#60;i&#62;",
        "<!--",
        "-->",
    ),
    *(
        '"',
        "'",
        "`",
        "\u2028",
        "\\",
        "]]>",
        "javascript:alert(1)",
        "{{ 7*7 }}",
        "{% raw %}",
        "<svg/onload=alert(1)>",
        "onclick=x",
    ),
    *(
        "harbour",
        "harbour",
        "Harbour’s",
        "đ",
        "e\u0301",
        "\u202eharbour",
        "<a href=//evil.example>",
        "</article>",
        "</p>",
        "&amp;harbour",
    ),
)
_WORD = "harbour"


class _Marks(HTMLParser):
    """Collects the text of every passage on a page, and every tag inside one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self._depth = 0
        self._words = False  # the next paragraph is a passage

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._depth:
            self.tags.add(tag)
            self._depth += 1
        elif tag == "div":
            self._words = "words" in (dict(attrs).get("class") or "").split()
        elif tag == "p" and (self._words or dict(attrs).get("class") == "saying"):
            self._depth = 1
            self._words = False
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as the parser calls it
        self._depth = max(self._depth - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.texts[-1] += data


def run(place: Path) -> Iterator[Figure]:
    """Every text is shown once on a result page and once on the page of its article."""
    dice = random.Random(1)  # noqa: S311 - no secret
    world = World(place / "corpus", place / "index")
    world.corpus.mkdir()
    lines = (json.dumps({"article_id": f"t{n}", "paragraphs": [_text(dice)]}) for n in range(_MADE))
    (world.corpus / "t.jsonl").write_text("\n".join(lines))
    world.build()
    tags: set[str] = set()
    bad = shown = 0
    with closing(Archive(world.index)) as archive:
        client = create_app(archive, Settings()).test_client()
        found = archive.engine().search(Query(_WORD)).total
        for page in range(1, -(-found // PAGE_SIZE_MAX) + 1):
            hits = archive.engine().search(Query(_WORD, page=page, page_size=PAGE_SIZE_MAX)).hits
            for address in [
                f"/search?q={_WORD}&size={PAGE_SIZE_MAX}&page={page}",
                *(f"/p/{h.passage.id}?q={_WORD}" for h in hits),
            ]:
                marks = _Marks()
                marks.feed(client.get(address).text)
                tags |= marks.tags
                shown += len(marks.texts)
                known = {hit.passage.text for hit in hits}
                bad += sum(text not in known for text in marks.texts)
    fine = tags <= {"mark"} and not bad and found >= TEXTS and shown == 2 * found
    told = f"{shown:,} texts shown, tags in them: {', '.join(sorted(tags)) or 'none'}; {bad} changed"
    yield Figure("P10", f"{found:,} hostile texts on result and article pages", "only mark, text unchanged", told, fine)


def _text(dice: random.Random) -> str:
    pieces = [_WORD, *dice.choices(_PIECES, k=dice.randint(1, 8)), f"number {dice.randrange(10**9)}"]
    return " ".join(pieces)
