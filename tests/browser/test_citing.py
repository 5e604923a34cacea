"""Citing with and without scripts, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def test_cite_opens_and_closes_under_its_hit(page: Page) -> None:
    page.goto("/search?q=discipline")
    hit = page.locator(".hit").first
    hit.get_by_role("link", name="Cite").click()
    expect(hit.locator(".citations")).to_be_visible()
    expect(hit.locator(".citations pre").first).to_contain_text("“")
    hit.get_by_role("link", name="Cite", exact=True).click()
    expect(hit.locator(".citations")).to_have_count(0)


def test_a_citation_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/search?q=discipline")
    hit = page.locator(".hit").first
    hit.get_by_role("link", name="Cite").click()
    hit.get_by_role("link", name="Copy BibTeX").click()
    expect(page.locator("#told")).to_have_text("Citation copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@misc{whosaid-")


def test_without_scripts_cite_is_a_page(browser: Browser, base_url: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=base_url) as context:
        page = context.new_page()
        page.goto("/search?q=discipline")
        page.locator(".hit").first.get_by_role("link", name="Cite").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Cite passage")
        expect(page.get_by_role("link", name="Save RIS")).to_be_visible()
        expect(page.get_by_role("link", name="Copy")).to_have_count(0)
