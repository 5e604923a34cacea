"""The same site in a browser that runs no scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_from_the_front_page_to_a_passage_in_its_article(plain: Page) -> None:
    plain.goto("/")
    plain.locator("#q").fill("Party congresses")
    plain.get_by_role("button", name="Search").click()
    expect(plain.locator("h1")).to_have_text(re.compile(r"\d+ passages match Party congresses"))
    value = plain.locator('[data-facet="outlet"] .value').first
    number = value.locator(".count").inner_text().split()[0]
    value.click()
    assert plain.locator(".figure").inner_text().split()[0] == number
    expect(plain.locator("#q")).to_have_value("Party congresses")
    plain.locator(".hit").last.get_by_text("In context").click()
    expect(plain.locator(".linked")).to_be_in_viewport()
    expect(plain.locator(".linked mark").first).to_be_visible()
    plain.go_back()
    expect(plain.locator(".chip")).to_have_count(1)
    plain.locator(".chip").click()
    expect(plain.locator(".chip")).to_have_count(0)


def test_the_form_keeps_the_filters(plain: Page) -> None:
    plain.goto("/search?q=Party&kind=caption&sort=newest")
    plain.locator("#q").fill("conference")
    plain.locator("#q").press("Enter")
    expect(plain).to_have_url(re.compile(r"q=conference&kind=caption&sort=newest$"))


def test_a_span_of_years_is_asked_for(plain: Page) -> None:
    plain.goto("/search?q=Party")
    plain.locator(".span summary").click()
    plain.locator('[name="since"]').fill("2023")
    plain.get_by_role("button", name="Show").click()
    expect(plain.locator(".chip .label")).to_have_text(re.compile("2023"))


def test_a_permalink_alone_is_scrolled_to(plain: Page) -> None:
    plain.goto("/search?q=merit")
    plain.locator(".hit").last.get_by_text("Link", exact=True).click()
    expect(plain.locator(".linked")).to_be_in_viewport()


def test_pages_lists_and_help_are_links(plain: Page) -> None:
    plain.goto("/search?q=Party")
    plain.locator('.pages [rel="next"]').click()
    expect(plain.locator(".position")).to_contain_text("Page 2 of")
    plain.get_by_role("link", name="Bodies").click()
    plain.locator('[name="find"]').fill("politburo")
    plain.get_by_role("button", name="Find").click()
    plain.get_by_role("link", name="Politburo", exact=True).click()
    expect(plain.locator("h1")).to_have_text("Politburo")
    plain.locator(".figures a").last.click()
    expect(plain.locator(".chip .label")).to_have_text("Politburo")
    plain.get_by_role("link", name="Help").click()
    plain.locator("tbody a").first.click()
    expect(plain.locator(".hit").first).to_be_visible()
