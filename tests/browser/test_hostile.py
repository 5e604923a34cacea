"""Articles that try to be more than text, in a browser: nothing of them runs, the policy has nothing to stop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from search import ENGINES, Job, build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Dialog, Page

EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>\"'><a href=javascript:alert(4)>x</a>"
HOSTILE = [
    {
        "article_id": "one",
        "title": f"The harbour {EVIL}",
        "speaker": f"Mr. Binh {EVIL}",
        "organisation": EVIL,
        "outlet": EVIL,
        "url": "javascript:alert(5)",
        "date": EVIL,
        "paragraphs": [
            f"The harbour {EVIL} is open, {{{{ 7 * 7 }}}} the council said.",
            f"A second harbour. {EVIL * 20}",
        ],
    },
    {
        "article_id": f"two{EVIL}",
        "text": f"The harbour\n{EVIL} said the harbour, hx-get=/x hx-trigger=load, is closed.\n",
    },
]
INSIDE = ("/articles/", "/p/", "/speakers/", "/bodies/", "/browse/")
QUERIES = ("harbour", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "speaker:none", "{{ 7 * 7 }}")


@pytest.fixture
def hostile_site(tmp_path: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """The address of a server over articles that try to be more than text."""
    (tmp_path / "articles").mkdir()
    lines = "\n".join(json.dumps(record) for record in HOSTILE)
    (tmp_path / "articles" / "a.jsonl").write_text(lines, encoding="utf-8")
    build(Job(tmp_path / "articles", tmp_path / "index", "whoosh", ENGINES, None))
    with serve(tmp_path / "index") as address:
        yield address


def pages_from(page: Page, start: str) -> Iterator[str]:
    """Every page that can be reached by a link from the first two, once."""
    seen, next_ones = set(), [start]
    for _ in range(3):
        links = []
        for address in next_ones:
            if address in seen:
                continue
            seen.add(address)
            page.goto(address)
            yield address
            hrefs = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
            assert all(href.startswith(("/", "#", "?", "http://", "https://")) for href in hrefs)
            links += [urljoin(address, href) for href in hrefs if "/export" not in href and "/cite/" not in href]
        inside = (link.partition("#")[0] for link in links if any(part in link for part in INSIDE))
        next_ones = list(dict.fromkeys(inside))[:8]


def test_nothing_in_an_article_or_a_question_runs(hostile_site: str, page: Page, console: list[str]) -> None:
    dialogs: list[str] = []

    def opened(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", opened)
    asked = []
    for query in QUERIES:
        page.goto(f"{hostile_site}/")
        page.locator("#q").fill(query)
        page.locator("#q").press("Enter")
        page.wait_for_url("**/search?*")
        asked.append(page.url)
    shown = list(pages_from(page, asked[0]))
    assert len(shown) >= 5
    page.goto(asked[0])
    page.locator("[data-context]").first.click()
    page.locator(".here").first.wait_for()
    assert "49" not in page.locator("main").inner_text()
    assert page.locator(".words img, .words script, .words svg, .words a, .saying img, .saying a").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert dialogs == []
    assert [text for text in console if "Refused" in text or "Content Security Policy" in text] == []
