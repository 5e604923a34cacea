"""Suggestions below the box, by keyboard, mouse and ear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

OPTIONS = '#options [role="option"]'


def offered(page: Page, typed: str, address: str = "/search") -> None:
    page.goto(address)
    page.locator("#q").click()
    page.locator("#q").press_sequentially(typed)
    expect(page.locator(OPTIONS).first).to_be_visible()


def test_arrows_choose_and_enter_takes_while_the_box_keeps_the_focus(page: Page) -> None:
    offered(page, "truong th")
    box = page.locator("#q")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#ask [role=status]")).to_have_text(re.compile(r"^\d+ suggestions? below$"))
    box.press("ArrowDown")
    expect(page.locator("#option-1")).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "option-1")
    expect(box).to_be_focused()
    expect(box).to_have_value("truong th")
    box.press("Enter")
    expect(page.locator(".chip .label")).to_have_text("Truong Thi Mai")
    expect(box).to_have_value("")
    expect(page.locator("#options")).to_be_hidden()
    assert "speaker=Truong+Thi+Mai" in page.url


def test_past_either_end_of_the_list_is_the_box(page: Page) -> None:
    offered(page, "corru")
    box = page.locator("#q")
    last = page.locator(OPTIONS).count()
    box.press("ArrowUp")
    expect(box).to_have_attribute("aria-activedescendant", f"option-{last}")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None


def test_escape_closes_the_list_first_and_leaves_the_box_then(page: Page) -> None:
    offered(page, "corru")
    box = page.locator("#q")
    box.press("Escape")
    expect(page.locator("#options")).to_be_hidden()
    expect(box).to_be_focused()
    expect(box).to_have_value("corru")
    box.press("Escape")
    expect(box).not_to_be_focused()


def test_enter_without_a_choice_asks_what_was_typed(page: Page) -> None:
    offered(page, "corruption")
    page.locator("#q").press("Enter")
    expect(page.locator("#options")).to_be_hidden()
    expect(page.locator("h1")).to_contain_text("corruption")


def test_a_word_is_taken_with_the_mouse_and_the_box_keeps_the_focus(page: Page) -> None:
    offered(page, "corru")
    page.locator(OPTIONS, has_text="corruption").last.click()
    expect(page.locator("#q")).to_have_value("corruption")
    expect(page.locator("h1")).to_contain_text("corruption")
    expect(page.locator("#q")).to_be_focused()


def test_on_a_page_without_a_result_a_choice_leads_to_one(page: Page) -> None:
    offered(page, "politb", "/help")
    page.locator("#q").press("ArrowDown")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/search?*")
    expect(page.locator(".chip .label")).to_have_text("Politburo")


def test_who_has_left_the_box_is_not_called_back(page: Page) -> None:
    page.goto("/search")
    page.route("**/suggest?*", lambda _: None)  # never answered
    with page.expect_request("**/suggest?*"):
        page.locator("#q").press_sequentially("corru")
    expect(page.locator("h1")).to_contain_text("corru")  # the answer to what was typed has come: no other replaces it
    with page.expect_event("requestfailed", lambda request: "/suggest" in request.url):
        page.locator("h1").focus()
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("#options")).to_be_hidden()


def test_the_list_begins_with_what_matches_and_leaves_the_orders_free(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    offered(page, "corruption")
    expect(page.locator(".offered .found")).to_contain_text("match corruption")  # the answer has come, too
    expect(page.locator(".offered .found")).to_have_text(page.locator("#answer .result").get_attribute("data-told"))
    page.locator(".sorts a", has_text="newest").click()
    expect(page.locator(".sorts b", has_text="newest")).to_be_visible()
    expect(page.locator("#options")).to_be_hidden()


def test_axe_finds_nothing_while_suggestions_are_shown(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    offered(page, "truong th")
    page.locator("#q").press("ArrowDown")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [one["id"] for one in found] == []


def test_without_scripts_the_box_is_a_plain_search_field(plain: Page) -> None:
    plain.goto("/search")
    assert plain.locator("#q").get_attribute("role") is None
    assert plain.locator("#options").count() == 0


def test_back_after_a_choice_brings_the_question_before(page: Page) -> None:
    page.goto("/search?q=merit")
    page.locator("#q").fill("truong th")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.locator("#q").press("ArrowDown")
    page.locator("#q").press("Enter")
    expect(page.locator(".chip .label")).to_have_text("Truong Thi Mai")
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)
