"""A link from before the last build, in a browser with scripts and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("scripts", ["page", "plain"])
def test_an_edited_passage_is_in_view_with_a_word_about_it(
    request: pytest.FixtureRequest, old_links: dict[str, str], scripts: str
) -> None:
    page: Page = request.getfixturevalue(scripts)
    page.goto(old_links["edited"])
    expect(page.locator(".notice")).to_be_in_viewport()
    expect(page.locator(".linked")).to_be_in_viewport()
    expect(page.locator(".linked")).to_have_accessible_description(
        "This passage was edited after it was linked; here is its present wording."
    )


def test_from_what_is_gone_the_nearest_passage_is_one_step_away(plain: Page, old_links: dict[str, str]) -> None:
    answer = plain.goto(old_links["gone"])
    assert answer
    assert answer.status == 410
    near = plain.locator(".nearest li").first
    words = near.locator(".words").inner_text()
    near.get_by_role("link").click()
    expect(plain.locator(".linked .saying")).to_contain_text(words[:80])
