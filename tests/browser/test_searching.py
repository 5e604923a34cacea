"""Searching as a reader does it, in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

CONGRESSES = re.compile(r"^\d+ passages match Party congresses$")


def arguments(page: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).query))


def total(page: Page) -> int:
    return int(page.locator(".figure").inner_text().split()[0].replace(",", ""))


def holding(page: Page, address: str) -> list[Route]:
    """Requests for the address as they come; each waits until it is let go."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(address, hold)
    return held


def typed(page: Page, text: str, address: str = "/search") -> None:
    page.goto(address)
    page.locator("#q").fill(text)
    expect(page.locator("h1")).to_contain_text(text)


def test_the_answer_follows_the_typing_and_so_does_the_address(page: Page) -> None:
    page.goto("/")
    page.evaluate("window.same = true")
    page.locator("#q").press_sequentially("Party congresses", delay=20)
    expect(page.locator("h1")).to_have_text(CONGRESSES)
    expect(page).to_have_title(re.compile("Party congresses"))
    expect(page.locator(".hit mark").first).to_have_text(re.compile("^party", re.IGNORECASE))
    assert arguments(page) == {"q": "Party congresses"}
    assert page.evaluate("window.same")
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#told")).to_have_text(CONGRESSES)


def test_back_and_forward_bring_text_and_answer_again(page: Page) -> None:
    typed(page, "corruption", "/")
    page.locator("#q").fill("merit")
    expect(page.locator("h1")).to_contain_text("merit")
    page.locator(".filters .value").first.click()
    expect(page.locator(".chip")).to_have_count(1)
    page.go_back()
    expect(page.locator("h1")).to_contain_text("merit")
    expect(page.locator(".chip")).to_have_count(0)
    page.go_back()
    expect(page.locator("h1")).to_contain_text("corruption")
    expect(page.locator("#q")).to_have_value("corruption")
    page.go_back()
    expect(page.locator(".holds")).to_be_visible()
    expect(page.locator("#q")).to_have_value("")
    page.go_forward()
    expect(page.locator("#q")).to_have_value("corruption")
    expect(page.locator("h1")).to_contain_text("corruption")


def test_enter_asks_at_once_and_adds_no_second_step_to_the_history(page: Page) -> None:
    page.goto("/search?q=merit")
    before = page.evaluate("history.length")
    page.locator("#q").fill("corruption")
    page.locator("#q").press("Enter")
    expect(page.locator("h1")).to_contain_text("corruption")
    page.locator("#q").press("Enter")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("history.length") == before + 1


def test_a_question_typed_with_pauses_is_one_step_of_the_history_and_another_one_is_the_next(page: Page) -> None:
    page.goto("/search?q=merit")
    for text in ("corrup", "corruption", "corruption dis"):
        page.locator("#q").fill(text)
        expect(page.locator("h1")).to_contain_text(text)
    page.locator("#q").fill("Politburo")
    expect(page.locator("h1")).to_contain_text("Politburo")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("corruption dis")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("merit")


def test_an_answer_that_comes_late_is_dropped(page: Page) -> None:
    page.goto("/search")
    held = holding(page, "**/search?q=corruption")
    with page.expect_request("**/search?q=corruption"):
        page.locator("#q").fill("corruption")
    page.locator("#q").fill("merit")
    expect(page.locator("h1")).to_contain_text("merit")
    for route in held:
        route.abort()
    page.unroute_all(behavior="ignoreErrors")
    expect(page.locator("h1")).to_contain_text("merit")
    assert arguments(page) == {"q": "merit"}


def test_a_slow_answer_shows_a_thin_line_and_leaves_what_is_there(page: Page) -> None:
    typed(page, "merit")
    held = holding(page, "**/search?q=corruption")
    page.locator("#q").fill("corruption")
    expect(page.locator("#progress")).to_have_css("opacity", "1")
    expect(page.locator("h1")).to_contain_text("merit")
    held[0].continue_()
    expect(page.locator("h1")).to_contain_text("corruption")
    expect(page.locator("#progress")).to_have_css("opacity", "0")


def test_when_the_site_does_not_answer_the_reader_is_told_and_keeps_what_is_there(page: Page) -> None:
    typed(page, "merit")
    page.route("**/search?q=corruption", lambda route: route.abort())
    page.locator("#q").fill("corruption")
    expect(page.locator("#told")).to_have_text(re.compile("did not answer"))
    expect(page.locator("h1")).to_contain_text("merit")


def test_a_value_narrows_to_its_number_and_its_chip_takes_it_back(page: Page) -> None:
    typed(page, "Party congresses")
    before = total(page)
    value = page.locator('[data-facet="outlet"] .value').first
    number = int(value.locator(".count").inner_text().split()[0])
    name = value.locator(".label").inner_text()
    value.click()
    expect(page.locator(".chip .label")).to_have_text(name)
    assert total(page) == number < before
    assert arguments(page) == {"q": "Party congresses", "outlet": name}
    expect(page.locator('[data-facet="outlet"] .value[aria-current="true"]')).to_be_focused()
    page.locator("#q").fill("building")
    expect(page.locator("h1")).to_contain_text("building")
    assert arguments(page) == {"q": "building", "outlet": name}
    page.locator(".chip").click()
    expect(page.locator(".chip")).to_have_count(0)
    assert arguments(page) == {"q": "building"}


def test_a_value_can_be_excluded(page: Page) -> None:
    typed(page, "Party congresses")
    before = total(page)
    row = page.locator('[data-facet="outlet"] li').first
    number = int(row.locator(".count").inner_text().split()[0])
    row.hover()
    row.locator(".not").click()
    expect(page.locator(".chip.excluded")).to_have_count(1)
    assert total(page) == before - number
    assert next(name for name in arguments(page) if name != "q") == "-outlet"


def test_a_filter_typed_into_the_box_becomes_a_chip_and_leaves_the_box_when_a_link_is_followed(page: Page) -> None:
    page.goto("/search")
    page.locator("#q").fill("kind:caption conference")
    expect(page.locator(".chip .label")).to_have_text("Caption")
    expect(page.locator("#q")).to_have_value("kind:caption conference")
    page.locator(".sorts a").first.click()
    expect(page.locator("#q")).to_have_value("conference")
    expect(page.locator(".chip .label")).to_have_text("Caption")


def test_enter_turns_a_typed_filter_into_a_chip_alone(page: Page) -> None:
    page.goto("/search")
    page.locator("#q").fill("kind:caption conference")
    page.locator("#q").press("Enter")
    expect(page.locator("#q")).to_have_value("conference")
    expect(page.locator(".chip .label")).to_have_text("Caption")
    assert arguments(page) == {"q": "conference", "kind": "caption"}
    page.locator("#q").fill("conference party")
    expect(page.locator("h1")).to_contain_text("conference party")
    assert arguments(page) == {"q": "conference party", "kind": "caption"}
    page.keyboard.press("Escape")  # suggestions lie over the chips
    page.locator(".chip").click()
    expect(page.locator(".chip")).to_have_count(0)
    assert arguments(page) == {"q": "conference party"}


def test_more_values_come_in_place_and_the_keyboard_goes_on_there(page: Page) -> None:
    page.goto("/search")
    facet = page.locator('[data-facet="organisation"]')
    before = facet.locator(".value").count()
    facet.locator(".choices > .all").press("Enter")
    expect(facet.locator(".value").nth(before)).to_be_focused()
    assert urlsplit(page.url).query == ""
    facet.locator(".value").nth(before).press("Enter")
    expect(page.locator(".chip")).to_have_count(1)


def test_a_year_is_chosen_from_the_bars_and_opens_into_its_months(page: Page) -> None:
    page.goto("/search")
    bar = page.locator(".years a").last
    year = bar.locator(".year").inner_text()
    bar.click()
    expect(page.locator(".chip .label")).to_have_text(year)
    expect(page.locator(".years .year")).to_have_count(12)
    december = page.locator(".years a").last
    december.click()
    expect(page.locator(".chip .label")).to_have_text([f"December {year}", year])
    expect(page.locator('.years [aria-current="true"] .year')).to_have_text("Dec")
    page.locator(".beside a", has_text="All years").click()
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator(".years .year").last).to_have_text(year)


def test_near_identical_passages_and_groups_lead_to_all_of_them(page: Page) -> None:
    page.goto("/search?q=Party&by=article")
    whole = page.locator(".group .whole a").first
    number = whole.inner_text().split()[1]
    whole.click()
    expect(page.locator(".total .figure")).to_have_text(f"{number} passages")
    expect(page.locator(".sorts b").last).to_have_text("passage")


def test_a_long_facet_can_be_searched(page: Page) -> None:
    page.goto("/search")
    facet = page.locator('[data-facet="organisation"]')
    facet.locator(".find").fill("politbúro")
    expect(facet.locator("li:visible .label")).to_have_text(["Politburo"])
    facet.locator(".find").press("Enter")
    expect(page.locator(".browse li > a:first-child")).to_have_text(["Politburo"])


def test_context_opens_in_place_and_closes_again(page: Page) -> None:
    page.goto("/search?q=%22control+of+power%22")
    hit = page.locator(".hit").first
    words = hit.locator(".words").inner_text()
    hit.get_by_text("In context").click()
    expect(hit.locator(".neighbour").first).to_be_visible()
    expect(hit.locator(".here mark").first).to_have_text(re.compile("control of power", re.IGNORECASE))
    hit.get_by_text("Hide context").click()
    expect(hit.locator(".neighbour")).to_have_count(0)
    assert hit.locator(".words").inner_text() == words
    hit.get_by_text("In context").click()
    expect(hit.locator(".neighbour").first).to_be_visible()
    assert urlsplit(page.url).path == "/search"


def test_the_permalink_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/search?q=merit")
    link = page.locator(".hit [data-copy]").first
    link.click()
    expect(link).to_have_text("Copied")
    address = page.evaluate("navigator.clipboard.readText()")
    page.goto(address)
    expect(page.locator(".linked")).to_be_in_viewport()


def test_every_page_of_a_result_opens(page: Page) -> None:
    page.goto("/search?q=Party")
    last = page.locator(".pages ol a").last
    number = last.inner_text()
    last.click()
    expect(page.locator('.pages [aria-current="page"]')).to_have_text(number)
    expect(page.locator(".hit").first).to_be_visible()
    page.wait_for_function("window.scrollY === 0")


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.goto("/search")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("Party congresses")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(CONGRESSES)
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(".hit").first).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".hit").nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(".hit").first).to_be_focused()
    page.locator(".filters .value").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".filters .not").first).to_be_focused()
    expect(page.locator(".filters .not").first).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.locator(".chip.excluded")).to_have_count(1)


def test_an_inferred_date_tells_its_evidence(page: Page) -> None:
    page.goto("/search?q=Party+congresses")
    date = page.locator("details.dated").first
    date.locator("summary").click()
    expect(date.locator("p")).to_contain_text("inferred from")
    page.keyboard.press("Escape")
    expect(date.locator("p")).not_to_be_visible()


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "{{7*7}}"])
def test_what_is_typed_is_never_run(page: Page, text: str) -> None:
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    page.goto("/search")
    page.locator("#q").fill(text)
    page.wait_for_url("**/search?q=*")
    page.reload()
    expect(page.locator("#q")).to_have_value(text)
    assert opened == []
    assert page.locator("main img").count() == 0


def test_on_a_phone_the_filters_are_a_drawer(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto("/search?q=Party+congresses")
    expect(page.locator(".facets")).not_to_be_visible()
    page.get_by_text("Filters", exact=True).click()
    page.locator('[data-facet="outlet"] .value').first.click()
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(".drawer > summary")).to_have_text("Filters · 1")


def test_on_a_wide_screen_the_filters_are_always_there(page: Page) -> None:
    page.goto("/search?q=Party+congresses")
    expect(page.locator('[data-facet="outlet"]')).to_be_visible()
    expect(page.locator(".drawer > summary")).not_to_be_visible()


def test_an_answer_to_what_was_typed_leaves_the_focus_in_the_result_to_whoever_went_there(page: Page) -> None:
    page.goto("/search?q=Party")
    with page.expect_request("**/search?q=building*"):
        page.locator("#q").fill("building")
        page.locator("h1").focus()
    expect(page.locator("h1")).to_contain_text("building")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("#q")).to_have_value("building")
