"""States that are easily left to chance: sizes, devices, paper, and pages without scripts or answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

KINDS = (
    "/", "/search?q=Party+congresses&year=2024", "/search?q=Vo+Van+Thoung&year=2022", "/browse/organisation",
    "/speakers/To%20Lam", "/documents/21-KL%2FTW", "/help", "/p/nothing",
)  # fmt: skip


def test_at_twice_the_size_nothing_is_cut_off(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 400})
    for address in KINDS:
        page.goto(address)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, address


def test_with_less_motion_nothing_moves(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/search?q=merit")
    page.locator("#progress").evaluate("line => line.classList.add('htmx-request')")
    expect(page.locator("#progress")).to_have_css("animation-name", "none")


def test_in_forced_colours_what_is_chosen_and_linked_has_an_outline(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/search?q=Party&year=2024")
    for chosen in (".value[aria-current]", ".chip"):
        expect(page.locator(chosen).first).to_have_css("outline-style", "solid")
    page.goto(page.locator(".hit [data-context]").first.evaluate("link => link.href"))
    expect(page.locator(".row.linked .saying")).to_have_css("outline-style", "solid")


def test_a_folded_passage_opens_without_scripts_and_is_whole_on_paper(plain: Page) -> None:
    plain.goto("/search?q=results")
    fold = plain.locator(".fold").first
    inside = fold.locator("p")
    expect(inside).to_be_hidden()
    fold.locator("summary").click()
    expect(inside).to_be_visible()
    fold.locator("summary").click()
    plain.emulate_media(media="print")
    expect(inside).to_be_visible()
    expect(fold.locator("summary")).to_be_hidden()


def test_one_passage_and_none_are_told_in_the_singular_and_with_what_to_try(page: Page) -> None:
    page.goto("/search?q=%22abuse+of+power%22")
    expect(page.locator("h1")).to_have_text('1 passage matches "abuse of power"')
    expect(page.locator(".sorts")).to_have_count(0)
    page.goto("/search?q=Vo+Van+Thoung&year=2022")
    expect(page.locator("h1")).to_have_text("No passage matches Vo Van Thoung")
    page.locator(".help a", has_text="Thuong").first.click()
    expect(page.locator(".hit").first).to_be_visible()


def test_every_control_is_reached_with_the_tab_key_and_seen_when_it_is(page: Page) -> None:
    page.goto("/search?q=%22abuse+of+power%22")
    controls = "a[href], button, input:not([type=hidden]), summary"
    wanted = page.evaluate(
        "(controls) => [...document.querySelectorAll(controls)].filter((one) => one.checkVisibility()).length", controls
    )
    page.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(wanted + 2):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => {
              const one = document.activeElement;
              if (one === document.body) return null;
              const box = one.getBoundingClientRect();
              const seen = one.checkVisibility({ opacityProperty: true }) && box.width > 0;
              one.dataset.order ??= String(document.querySelectorAll("[data-order]").length);
              return [one.dataset.order, seen, one.outerHTML.slice(0, 120)];
            }"""
        )
        if told:
            assert told[1], told[2]
            reached.add(told[0])
    assert len(reached) >= wanted
