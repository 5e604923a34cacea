"""Every kind of page, judged by axe, and measured at its narrowest."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = {
    "front": "/",
    "result": "/search?q=Party+congresses",
    "narrowed": "/search?q=Party&year=2024&-kind=caption&page=2",
    "months": "/search?q=Party&year=2024",
    "by article": "/search?q=Party&by=article",
    "by speaker": "/search?q=Party&by=speaker",
    "table": "/table?q=Party",
    "rates by month": "/table?q=Party&year=2024&rates=1",
    "left out": "/search?q=pa*+Party",
    "empty": "/search?q=Vo+Van+Thoung&year=2022",
    "list": "/browse/organisation",
    "body": "/bodies/Politburo",
    "speaker": "/speakers/To%20Lam",
    "document": "/documents/21-KL%2FTW",
    "unknown body": "/bodies/Politbureau",
    "speakers": "/browse/speaker",
    "help": "/help",
    "missing": "/p/nothing",
}

FULLY = frozenset({"narrowed", "article"})  # the others share their parts, and are judged in each width and scheme once
SIGHTS = tuple(product((320, 1280), ("light", "dark")))


def article(page: Page) -> str:
    page.goto("/search?q=%22control+of+power%22")
    return str(page.locator(".hit a.act[data-context]").first.get_attribute("href"))


def judged(page: Page) -> list[str]:
    result = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    return [
        f"{found['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for found in result.response["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("kind", [*KINDS, "article", "edited", "gone"])
def test_axe_finds_nothing_and_nothing_is_cut_off(page: Page, old_links: dict[str, str], kind: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(article(page) if kind == "article" else {**KINDS, **old_links}[kind])
    for width, scheme in SIGHTS if kind in FULLY else SIGHTS[::3]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert judged(page) == [], (width, scheme)


def test_axe_finds_nothing_when_everything_is_open(page: Page) -> None:
    page.goto("/search?q=Party+congresses")
    hit = page.locator(".hit").nth(1)
    hit.get_by_text("In context").click()
    expect(hit.locator(".neighbour").first).to_be_visible()
    for summary in page.locator(".list summary:visible").all():
        summary.click()
    before = page.locator(".filters .value").count()
    page.locator(".choices > .all").first.click()
    expect(page.locator(".filters .value")).not_to_have_count(before)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert judged(page) == [], scheme


def test_marks_and_bars_are_seen_in_forced_colours(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/search?q=Party+congresses&year=2024")
    ground = page.evaluate("getComputedStyle(document.querySelector('.hit mark')).backgroundColor")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground != paper


def test_many_years_scroll_in_their_own_row(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/search?q=Party")
    page.locator(".years ol").evaluate(
        "list => { for (let at = 0; at < 30; at++) list.append(list.firstElementChild.cloneNode(true)) }"
    )
    assert page.locator(".years").evaluate("row => row.scrollWidth > row.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_only_the_reading_is_left(page: Page) -> None:
    page.goto("/search?q=Party+congresses")
    page.emulate_media(media="print")
    for gone in (".bar", ".filters", ".act", ".years"):
        expect(page.locator(gone).first).not_to_be_visible()
    expect(page.locator(".hit .words").first).to_be_visible()
