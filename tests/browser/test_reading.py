"""Reading an article as a reader does it, in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


def article(page: Page, asked: str = "Party+congresses") -> None:
    """An article with several matches, from its top."""
    page.goto(f"/search?q={asked}")
    page.goto(str(page.locator(".hit .source a").first.get_attribute("href")).partition("#")[0])


def test_from_match_to_match_by_link_and_by_key(page: Page) -> None:
    article(page)
    page.locator(".found .step").click()
    matches = page.locator(".row.hitting")
    first, second = (matches.nth(n).get_attribute("id") for n in (0, 1))
    expect(page).to_have_url(re.compile(f"#{first}$"))
    matches.first.locator(".steps a").last.click()
    expect(page).to_have_url(re.compile(f"#{second}$"))
    expect(matches.nth(1)).to_be_in_viewport()
    page.keyboard.press("j")
    expect(matches.nth(1)).to_be_focused()
    page.keyboard.press("j")
    expect(matches.nth(2)).to_be_focused()
    page.keyboard.press("k")
    expect(matches.nth(1)).to_be_focused()


def test_without_scripts_the_matches_are_links_too(plain: Page) -> None:
    article(plain)
    plain.locator(".found .step").click()
    plain.locator(".row.hitting").first.locator(".steps a").last.click()
    expect(plain.locator(".row.hitting").nth(1)).to_be_in_viewport()


def test_captions_come_when_they_are_asked_for_also_without_scripts(plain: Page) -> None:
    article(plain, "%22control+of+power%22")
    captions = plain.locator(".row.caption")
    assert captions.count() > 0
    expect(captions.first).to_be_hidden()
    plain.locator("#captions").check()
    expect(captions.first).to_be_visible()


def test_signs_without_a_word_come_with_the_captions(page: Page) -> None:
    article(page, "%22dare+to+think%22")
    signs = page.locator(".row.wordless")
    expect(signs.first).to_be_hidden()
    page.locator("#captions").check()
    expect(signs.first.locator(".saying")).to_have_text("![]() |")


def test_a_caption_that_is_found_or_linked_is_seen(page: Page) -> None:
    page.goto("/search?q=conference&kind=caption")
    page.locator(".hit [data-context]").first.evaluate("link => location.assign(link.href)")
    expect(page.locator(".row.caption.linked")).to_be_in_viewport()


def test_the_sheet_tells_the_keys_and_escape_closes_it(page: Page) -> None:
    page.goto("/search?q=merit")
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys")
    expect(sheet).to_be_visible()
    expect(sheet.locator("kbd", has_text="j")).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_single_keys_can_be_switched_off_and_stay_off(page: Page) -> None:
    page.goto("/help")
    page.get_by_role("button", name="Show the keys").click()
    page.get_by_label("Single keys do something").uncheck()
    page.get_by_role("button", name="Close").click()
    page.goto("/search?q=merit")
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()
    page.goto("/help")
    page.get_by_role("button", name="Show the keys").click()
    page.get_by_label("Single keys do something").check()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()


def test_keys_ask_why_copy_the_link_and_open_the_article(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/search?q=corruption&speaker=To+Lam")
    page.keyboard.press("j")
    hit = page.locator(".hit").first
    expect(hit).to_be_focused()
    page.keyboard.press("w")
    expect(hit.locator(".evidence").first).to_be_visible()
    page.keyboard.press("y")
    expect(hit.locator("[data-copy]")).to_have_text("Copied")
    assert "/p/" in page.evaluate("navigator.clipboard.readText()")
    page.keyboard.press("o")
    expect(page.locator(".row.linked")).to_be_in_viewport()


def test_a_name_in_the_words_leads_to_its_page(page: Page) -> None:
    page.goto("/search?q=%22Politburo%22")
    name = page.locator(".words .there").first
    about = name.get_attribute("href")
    name.click()
    expect(page).to_have_url(re.compile(f"{re.escape(str(about))}$"))
    expect(page.locator(".opened h1")).to_be_visible()


def test_the_link_of_a_hit_has_the_browser_show_its_words(page: Page) -> None:
    page.goto("/search?q=%22control+of+power%22")
    link = page.locator(".hit [data-copy]").first.evaluate("link => link.href")
    assert "#:~:text=" in link
    assert "control%20of%20power" in link
    page.goto(link)
    expect(page.locator(".row.linked")).to_be_in_viewport()
    assert page.evaluate("location.hash") == ""


def test_on_paper_an_article_is_its_words_and_its_speakers(page: Page) -> None:
    article(page)
    page.emulate_media(media="print")
    for gone in (".bar", ".tools", ".toggle"):
        expect(page.locator(gone).first).to_be_hidden()
    for kept in (".opening h1", ".row.hitting .saying", ".margin .name", ".facts"):
        expect(page.locator(kept).first).to_be_visible()


def test_back_and_forward_keep_the_question_between_result_and_article(page: Page) -> None:
    page.goto("/search?q=corruption&speaker=To+Lam")
    page.locator(".hit .source a").first.click()
    expect(page.locator(".opening h1")).to_be_visible()
    expect(page.locator("#q")).to_have_value("corruption")
    page.go_back()
    expect(page.locator("#q")).to_have_value("corruption")
    expect(page.locator(".chip .label")).to_have_text("To Lam")
    page.go_forward()
    expect(page.locator("#q")).to_have_value("corruption")
    expect(page.locator(".row.hitting").first).to_be_visible()


def test_what_stands_beside_a_passage_is_seen_when_it_has_the_focus(page: Page) -> None:
    article(page)
    unseen = """[...document.querySelectorAll(".row .tools :is(a, summary)")]
      .filter((tool) => tool.checkVisibility())
      .filter((tool) => (tool.focus(), !tool.checkVisibility({ opacityProperty: true })))
      .map((tool) => tool.outerHTML)"""
    assert page.locator(".row .tools a").count() > 20
    assert page.evaluate(unseen) == []


def test_on_a_phone_a_passage_ends_in_one_sign_and_the_rest_comes_when_the_reader_is_there(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 812})
    article(page)
    row = page.locator(".row:not(.linked):has(.why)").first
    shown = "tool => tool.checkVisibility({ opacityProperty: true })"
    assert row.locator(".number").evaluate(shown)
    assert [row.locator(tool).evaluate(shown) for tool in (".cite", ".why")] == [False, False]
    row.locator(".number").focus()
    assert [row.locator(tool).evaluate(shown) for tool in (".cite", ".why")] == [True, True]
    row.locator(".why > summary").click()
    expect(row.locator(".why .panel")).to_be_visible()
    page.goto(str(row.locator(".number").get_attribute("href")))
    linked = page.locator(".row.linked")
    assert [linked.locator(tool).evaluate(shown) for tool in (".number", ".cite")] == [True, True]
