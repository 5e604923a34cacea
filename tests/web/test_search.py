"""/search: the page, the part of it htmx asks for, and the promises beside each link."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from search import Query
from search.fields import BY_NAME
from search.syntax import lift

if TYPE_CHECKING:
    from flask.testing import FlaskClient

HTMX = {"HX-Request": "true"}
STATES = (
    "", "?q=harbour", "?q=budget&page=2", "?q=zzz", "?speaker=Ada+Quill", "?-speaker=Ada+Quill", "?year=none",
    "?q=speaker%3A%22Bo+Trent%22+budget", "?q=harbour&year=2021..2022&sort=newest", "?q=a*+-", "?article=harbour-2021",
)  # fmt: skip


def soup_of(client: FlaskClient, address: str, **headers: str) -> BeautifulSoup:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.text, "lxml")


def total_of(client: FlaskClient, address: str) -> int:
    figure = soup_of(client, address).select_one(".figure").text.split()[0]
    return 0 if figure == "No" else int(figure.replace(",", ""))


@pytest.mark.parametrize("state", STATES)
def test_the_part_for_htmx_stands_in_the_page_letter_by_letter(client: FlaskClient, state: str) -> None:
    page = client.get(f"/search{state}")
    part = client.get(f"/search{state}", headers={**HTMX, "X-Settled": "true"})
    assert part.text.strip() in page.text
    assert "<html" not in part.text
    assert "HX-Request" in page.vary
    assert "HX-Request" in part.vary


@pytest.mark.parametrize("more", [{"HX-Boosted": "true"}, {"HX-History-Restore-Request": "true"}])
def test_a_boosted_or_restored_page_is_whole(client: FlaskClient, more: dict[str, str]) -> None:
    assert "<html" in client.get("/search?q=harbour", headers={**HTMX, **more}).text


def test_the_address_that_htmx_shows_is_the_one_spelling_of_the_query(client: FlaskClient) -> None:
    answer = client.get("/search?sort=relevance&speaker=Ada+Quill&q=harbour&page=1", headers=HTMX)
    assert answer.headers["HX-Push-Url"] == "/search?q=harbour&speaker=Ada+Quill"


def test_the_same_question_again_is_no_new_entry_of_the_history(client: FlaskClient) -> None:
    shown = {"HX-Current-URL": "http://localhost/search?q=harbour"}
    assert client.get("/search?q=harbour", headers={**HTMX, **shown}).headers["HX-Push-Url"] == "false"


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("?q=harbour", "7 passages match harbour"),
        ("?q=lighthouses", "1 passage matches lighthouses"),
        ("?q=zzz", "No passage matches zzz"),
        ("?speaker=Bo+Trent", "2 passages match these filters"),
        ("", "35 passages in the archive"),
    ],
)
def test_one_sentence_says_what_was_found(client: FlaskClient, state: str, sentence: str) -> None:
    assert " ".join(soup_of(client, f"/search{state}").h1.text.split()) == sentence


@pytest.mark.parametrize("state", ["?q=harbour", "?q=budget&-speaker=Bo+Trent", "?year=2021", ""])
def test_the_number_beside_a_value_is_what_the_link_finds(client: FlaskClient, state: str) -> None:
    soup = soup_of(client, f"/search{state}")
    values = [value for value in soup.select(".filters a.value") if not value.get("aria-current")]
    assert values
    for value in values:
        facet = value.find_parent("section")["data-facet"]
        if any(chosen.get("aria-current") for chosen in value.find_parent("section").select("a.value")):
            continue  # a second value of a facet adds to the first
        number = int(value.select_one(".count").text.split()[0].replace(",", ""))
        assert total_of(client, value["href"]) == number, (facet, value.text)


def test_choosing_washes_a_value_makes_a_chip_and_both_take_it_back(client: FlaskClient) -> None:
    chosen = soup_of(client, "/search?q=harbour&speaker=Ada+Quill")
    value = chosen.select_one('.filters a.value[aria-current="true"]')
    chip = chosen.select_one("a.chip")
    assert "Ada Quill" in value.text
    assert value["href"] == chip["href"] == "/search?q=harbour"
    assert chip["aria-label"] == "Remove Speaker filter: Ada Quill"


def test_every_value_can_be_excluded_and_let_in_again(client: FlaskClient) -> None:
    first = soup_of(client, "/search?q=harbour")
    link = first.find("a", attrs={"aria-label": "Exclude Ada Quill"})
    assert link["href"] == "/search?q=harbour&-speaker=Ada+Quill"
    without = soup_of(client, link["href"])
    assert without.find("a", attrs={"aria-label": "Stop excluding Ada Quill"})["href"] == "/search?q=harbour"
    assert total_of(client, "/search?q=harbour") - total_of(client, link["href"]) == 2


def test_no_speaker_and_no_date_are_values(client: FlaskClient) -> None:
    labels = [value.text for value in soup_of(client, "/search").select(".filters a.value .label")]
    assert "No speaker named" in labels
    assert "Undated" in labels
    assert total_of(client, "/search?year=none") == 1


def test_every_link_that_narrows_tells_robots_to_stay_away(client: FlaskClient) -> None:
    links = soup_of(client, "/search?q=harbour&year=2021").select(".filters a, .chips a, .years a, .sorts a")
    assert links
    assert all("nofollow" in link["rel"] for link in links)


def test_what_htmx_asks_for_is_where_the_link_leads(client: FlaskClient) -> None:
    links = soup_of(client, "/search?q=budget").select("#answer[hx-target='#answer'] a[hx-get]:not([data-context])")
    assert len(links) > 10
    assert all(link["hx-get"] == link["href"] for link in links)


TYPED = '/search?q=speaker:"Bo Trent" budget&year=2022&sort=newest'


def kept_by(soup: BeautifulSoup) -> dict[str, str]:
    return {field["name"]: field["value"] for field in soup.select('input[form="ask"]')}


def test_while_a_filter_is_typed_it_stays_in_the_box_and_the_form_does_not_keep_it_as_well(client: FlaskClient) -> None:
    soup = soup_of(client, TYPED, **HTMX)
    assert kept_by(soup) == {"year": "2022", "sort": "newest"}
    assert {chip.select_one(".label").text for chip in soup.select(".chip")} == {"Bo Trent", "2022"}


def test_a_filter_that_was_asked_with_enter_is_a_chip_and_no_longer_in_the_box(client: FlaskClient) -> None:
    whole = soup_of(client, TYPED)
    assert whole.select_one("#q")["value"] == "budget"
    for soup in (whole, soup_of(client, TYPED, **HTMX, **{"X-Settled": "true"})):
        assert kept_by(soup) == {"speaker": "Bo Trent", "year": "2022", "sort": "newest"}
        assert soup.select_one(".result")["data-text"] == "budget"


TYPING = {**HTMX, "HX-Trigger": "ask"}


@pytest.mark.parametrize(
    ("typed", "answered"),
    [
        ("harb", "harb*"),  # the beginning of a word
        ("budget harb", "budget harb*"),
        ("harbour d", "harbour"),  # too short for one: what stands before it
        ("harbour", "harbour"),  # a word
        ("zzzq", "zzzq"),  # no beginning of any word
        ("harb ", "harb "),  # a blank ends the word
        ('harb"', 'harb"'),
    ],
)
def test_while_somebody_types_an_unfinished_word_finds_the_words_that_begin_so(
    client: FlaskClient, typed: str, answered: str
) -> None:
    address = f"/search?{urlencode({'q': typed})}"
    answer = client.get(address, headers=TYPING)
    told = BeautifulSoup(answer.text, "lxml").select_one(".total").text
    whole = f"/search?{urlencode({'q': answered})}"
    assert told == soup_of(client, whole).select_one(".total").text
    assert answer.headers["HX-Push-Url"] == whole
    assert "HX-Trigger" in answer.vary


def test_a_question_put_with_enter_or_with_a_link_is_answered_as_it_stands(client: FlaskClient) -> None:
    for headers in ({}, HTMX, {**TYPING, "X-Settled": "true"}):
        assert soup_of(client, "/search?q=harb", **headers).select_one(".figure").text == "No passage"


def test_what_is_typed_on_is_one_step_of_the_history(client: FlaskClient) -> None:
    answer = client.get("/search?q=harbour+b", headers={**TYPING, "X-Goes-On": "true"})
    assert answer.headers["HX-Replace-Url"] == "/search?q=harbour"
    assert "HX-Push-Url" not in answer.headers
    assert "X-Goes-On" in answer.vary


def test_the_address_of_a_settled_question_says_its_filters(client: FlaskClient) -> None:
    pushed = client.get(TYPED, headers={**HTMX, "X-Settled": "true"}).headers["HX-Push-Url"]
    assert pushed == "/search?q=budget&speaker=Bo+Trent&year=2022&sort=newest"


def test_a_value_left_out_says_so_and_what_choosing_it_instead_finds(client: FlaskClient) -> None:
    value = soup_of(client, "/search?q=harbour&-speaker=Ada+Quill").select_one(".excluded .value")
    assert " ".join(value.text.split()) == "Ada Quill left out 2 passages if chosen instead"
    assert total_of(client, value["href"]) == 2


def test_more_values_and_found_values_come_as_a_list_that_goes_on_asking(client: FlaskClient) -> None:
    listed = soup_of(client, "/browse/speaker?q=harbour&find=quill", **HTMX)
    (value,) = listed.select("a.value")
    assert value["hx-get"] == value["href"] == "/search?q=harbour&speaker=Ada+Quill"
    assert not listed.select("h1, form, .chip")
    assert "None of them holds" in soup_of(client, "/browse/speaker?find=xyz", **HTMX).text


def test_every_page_opens_and_pages_share_no_passage(client: FlaskClient) -> None:
    seen: list[str] = []
    total = total_of(client, "/search?q=budget")
    address = "/search?q=budget"
    while address:
        soup = soup_of(client, address)
        seen += [hit["id"] for hit in soup.select(".hit")]
        following = soup.select_one('.pages a[rel="next"]')
        address = following["href"] if following else ""
    assert len(seen) == len(set(seen)) == total > 20


def test_a_page_beyond_the_last_is_the_last(client: FlaskClient) -> None:
    soup = soup_of(client, "/search?q=budget&page=999")
    assert soup.select(".hit")
    assert soup.select_one('.pages [aria-current="page"]').text == "3"


def test_a_long_passage_is_folded_around_its_first_mark(client: FlaskClient) -> None:
    hit = next(hit for hit in soup_of(client, "/search?q=light").select(".hit") if hit.select(".fold"))
    shown = hit.select_one(".words > p")
    assert shown.mark.text == "light"
    assert len(shown.text) < 1000
    assert sum(len(p.text) for p in hit.select(".words p")) > 2500


def test_a_date_that_was_inferred_can_be_asked_for_its_evidence(client: FlaskClient) -> None:
    inferred = soup_of(client, "/search?q=quay").select_one("details.dated")
    assert inferred.time["datetime"] == "2021-03-04"
    assert "On Thursday morning, 4 March" in inferred.p.text
    stated = soup_of(client, "/search?q=schools").select_one("time.stated")
    assert stated.text == "2 November 2022"


def test_a_passage_with_two_speakers_names_both(client: FlaskClient) -> None:
    hit = soup_of(client, "/search?q=quay").select_one(".hit")
    assert [name.text for name in hit.select(".who .name")] == ["Ada Quill", "Bo Trent"]


def test_why_this_speaker_shows_rule_words_and_the_passage_it_goes_back_to(client: FlaskClient) -> None:
    hit = next(hit for hit in soup_of(client, "/search?q=twice").select(".hit"))
    evidence = {row.dt.text: row.dd for row in hit.select(".why .evidence > div")}
    assert "as “The minister”" in hit.select_one(".who").text
    assert evidence["Words"].b.text == "added"
    assert evidence["Goes back to"].a["href"] == "/articles/harbour-2021#n3"
    assert "Minister Ada Quill" in evidence["Goes back to"].text
    assert evidence["Office"].text == "Minister, 2019 to 2023"
    assert evidence["Rule"].text.lower().startswith("role in article")


def test_a_hit_by_canonical_name_alone_says_so(client: FlaskClient) -> None:
    hit = next(h for h in soup_of(client, "/search?q=Quill").select(".hit") if not h.select("mark"))
    assert hit.select_one(".by-name").text == "Matched by name: Ada Quill"


def test_an_empty_result_offers_ways_on_that_find_something(client: FlaskClient) -> None:
    soup = soup_of(client, "/search?q=harbour&speaker=Bo+Trent")
    offers = {link.text: link["href"] for link in soup.select(".help a")}
    assert total_of(client, offers["Without Bo Trent"]) == 7
    misspelt = soup_of(client, "/search?q=harbur").select_one(".help .offer a")
    assert misspelt.text == "harbour"
    assert total_of(client, misspelt["href"]) == 7
    both = soup_of(client, "/search?q=lighthouses+dredged").select_one(".help")
    link = both.find("a", string="Any of these words")
    assert total_of(client, link["href"]) == int(link.find_next(class_="count").text.split()[0]) > 0


def test_a_question_that_finds_nothing_is_offered_without_its_small_words(client: FlaskClient) -> None:
    offer = soup_of(client, "/search?q=What+did+they+say+about+the+harbour%3F").select_one(".help .offer")
    assert " ".join(offer.text.split()) == f"harbour {total_of(client, offer.a['href'])} passages"
    assert total_of(client, offer.a["href"]) == 7


def test_an_empty_result_says_what_each_word_finds_by_itself(client: FlaskClient) -> None:
    words = soup_of(client, "/search?q=lighthouses+dredged+zzz").select_one(".help .offers").select("li")
    assert [" ".join(word.text.split()) for word in words] == [
        "lighthouses 1 passage",
        f"dredged {total_of(client, '/search?q=dredged')} passages",
        "zzz 0 passages",
    ]
    assert total_of(client, words[0].a["href"]) == 1
    assert words[2].a is None


@pytest.mark.parametrize("state", ["?q=zzz", "?q=harbour", "?q=zzz+OR+yyy", '?q="zzz+yyy"', "?q=a+b+c+d+e+zzz"])
def test_one_word_a_hit_or_a_question_with_signs_needs_no_list_of_words(client: FlaskClient, state: str) -> None:
    assert "Each word by itself" not in soup_of(client, f"/search{state}").text


def test_a_part_that_is_left_out_is_named_with_its_reason(client: FlaskClient) -> None:
    notes = [" ".join(note.text.split()) for note in soup_of(client, "/search?q=harbour+ha*").select(".note")]
    assert any(note.startswith("Not applied: ha*, ") for note in notes)


def test_text_from_articles_is_never_markup(client: FlaskClient) -> None:
    for address in (
        "/search?q=harbour",
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/search?speaker=%22%3E%3Cb%3E",
    ):
        soup = soup_of(client, address)
        assert not soup.select("main script, main img, main b b")
    assert '<script>alert("x")</script>' in soup_of(client, "/search?q=harbour").select_one("main").text


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ['"', "(((", "a OR", "-", "NOT NOT", "speaker:", "year:9999..1", "*", '-"', "\x00", "a" * 300, "none", "2022..2021"]
)
any_name = st.sampled_from(
    ["q", "page", "size", "sort", "since", "until", "speaker", "-speaker", "year", "-year", "kind", "article", "x"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(pairs=[("year", "\u00b9")], htmx=False)
@example(pairs=[("year", "2022"), ("year", "99999999999"), ("year", "\u0662")], htmx=False)
@given(pairs=st.lists(st.tuples(any_name, any_text), max_size=5), htmx=st.booleans())
def test_no_query_string_is_an_error(client: FlaskClient, pairs: list[tuple[str, str]], *, htmx: bool) -> None:
    answer = client.get("/search", query_string=pairs, headers=HTMX if htmx else {})
    assert answer.status_code == 200
    assert set(re.findall(r"<(script|img|iframe|object|style)\b", answer.text)) <= {"script"}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(text="KIND:CAPTION tax")
@given(text=any_text)
def test_whatever_is_typed_stands_in_the_box_again(client: FlaskClient, text: str) -> None:
    page = client.get("/search", query_string=[("q", text)]).text
    value = re.search(r'<input id="q"[^>]* value="([^"]*)"', page)
    left = lift(Query(text), BY_NAME).text  # a filter that was typed stands among the filters
    assert unescape(value[1]) == unescape(left.replace("\x00", "\ufffd").replace("&", "&amp;")) or "\x00" in text


def test_a_facet_is_searched_by_any_way_a_name_is_printed(client: FlaskClient) -> None:
    found = soup_of(client, "/browse/organisation?find=council", **HTMX)
    assert [value.text for value in found.select(".label")] == ["Harbour Council"]
    assert soup_of(client, "/browse/organisation?find=zzz", **HTMX).select(".label") == []
