"""Lists by passage, article and speaker, months, and the table: each number is what its link finds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from search import ENGINES, Archive, Job, Settings, build
from webapp import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient

WORDS = "The harbour council asked the minister to have the old quay mended before the autumn storms come in"
NOTICES = (
    *((f"2021-0{n + 1}-04", "Ada Quill", WORDS) for n in range(6)),
    ("2021", "Ada Quill", f"{WORDS} again"),
    ("2021-03-09", "Bo Trent", f"{WORDS}."),
    ("2021-03-10", "Bo Trent", "The harbour will be dredged, said nobody in particular."),
    *((f"{year}", "Cy Low", f"In {year} the harbour was quiet.") for year in range(1980, 2000)),
)
KEYS = ("article_id", "title", "date", "speaker", "paragraphs")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The site over an archive built from one file, with the engine that is served."""
    folder: Path = tmp_path_factory.mktemp("notices")
    (folder / "seeds").mkdir()
    held = [(f"a{n}", f"Notice {n}", date, speaker, [text]) for n, (date, speaker, text) in enumerate(NOTICES)]
    lines = (json.dumps(dict(zip(KEYS, values, strict=True))) + "\n" for values in held)
    (folder / "seeds" / "notices.jsonl").write_text("".join(lines))
    build(Job(folder / "seeds", folder / "index", "whoosh", ENGINES))
    archive = Archive(folder / "index")
    yield create_app(archive, Settings.from_env()).test_client()
    archive.close()


def soup_of(client: FlaskClient, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.text, "lxml")


def number_in(text: str) -> int:
    figure = text.split(maxsplit=1)[0]
    return 0 if figure == "No" else int(figure.replace(",", ""))


def total_of(client: FlaskClient, address: str) -> int:
    return number_in(soup_of(client, address).select_one(".figure").text)


def test_near_identical_passages_are_listed_once_and_open_in_place(client: FlaskClient) -> None:
    soup = soup_of(client, "/search?q=quay")
    assert total_of(client, "/search?q=quay") == 8
    assert soup.select_one(".position").text == "6 are folded under near-identical ones"
    two = soup_of(client, "/search?q=quay&month=2021-01..2021-02")
    assert two.select_one(".position").text == "1 is folded under a near-identical one"
    assert len(soup.select(".list > .hit")) == 2  # what Bo Trent said is not what Ada Quill said
    folded = soup.select_one("details.alike")
    assert folded.summary.text == "6 near-identical passages"
    assert len(folded.select(".hit")) == 2
    whole = folded.select_one(".whole a")
    assert whole.text == "All 7 of them"
    opened = soup_of(client, whole["href"])
    assert total_of(client, whole["href"]) == len(opened.select(".list > .hit")) == 7
    assert opened.select_one(".chip .label").text == "the same words"


@pytest.mark.parametrize("by", ["article", "speaker"])
def test_a_group_says_how_many_passages_it_has_and_leads_to_all(client: FlaskClient, by: str) -> None:
    soup = soup_of(client, f"/search?q=harbour&by={by}")
    groups = soup.select("section.group")
    assert groups
    for group in groups:
        number = number_in(group.select_one(".gathered .count").text)
        assert len(group.select(".hit")) == min(number, 3)
        assert bool(group.select_one(".whole a")) == (number > 3)
        if number > 3:
            assert total_of(client, group.select_one(".whole a")["href"]) == number


def test_every_page_of_groups_opens_and_groups_share_no_article(client: FlaskClient) -> None:
    titles: list[str] = []
    for page in (1, 2, 3):
        titles += [
            head.text for head in soup_of(client, f"/search?q=harbour&by=article&page={page}").select(".gathered")
        ]
    assert len(titles) == len(set(titles)) == 29
    assert soup_of(client, "/search?q=harbour&by=article").select_one(".position").text == "in 29 articles"


def test_what_is_listed_stays_through_filters_orders_and_the_box(client: FlaskClient) -> None:
    soup = soup_of(client, "/search?q=harbour&by=speaker")
    assert all("by=speaker" in link["href"] for link in soup.select(".filters a.value, .years a"))
    assert soup.select_one('input[name="by"]')["value"] == "speaker"
    assert [way.text for way in soup.select(".sorts")[1].select("b")] == ["speaker"]
    assert "by=" not in soup_of(client, "/search?q=harbour").select_one(".filters a.value")["href"]


@pytest.mark.parametrize("state", ["q=harbour", "q=harbour&year=2021", "year=2021&month=2021-03", "year=2021..2022"])
def test_each_bar_leads_to_as_many_passages_as_it_says(client: FlaskClient, state: str) -> None:
    soup = soup_of(client, f"/search?{state}")
    bars = soup.select(".years a:not([aria-current])")
    assert bars
    for bar in bars:
        assert total_of(client, bar["href"]) == number_in(bar["title"].rpartition(": ")[2])


def test_a_chosen_year_opens_into_months_and_says_where_none_is_known(client: FlaskClient) -> None:
    soup = soup_of(client, "/search?q=harbour&year=2021")
    assert [bar.text.strip()[:3] for bar in soup.select(".years .year")][:3] == ["Jan", "Feb", "Mar"]
    links = {link.text: link["href"] for link in soup.select(".beside a")}
    assert list(links) == ["All years", "1 of unknown month", "Speakers by month"]
    assert total_of(client, links["1 of unknown month"]) == 1
    march = soup_of(client, "/search?q=harbour&year=2021&month=2021-03")
    assert [chip.text for chip in march.select(".chip .label")] == ["March 2021", "2021"]
    assert "month" not in march.select_one(".beside a")["href"]


@pytest.mark.parametrize(
    "state", ["q=harbour", "q=harbour&year=2021", "year=1980..1985", "year=1980&year=1999&year=2021"]
)
def test_each_cell_of_the_table_leads_to_as_many_passages_as_it_says(client: FlaskClient, state: str) -> None:
    soup = soup_of(client, f"/table?{state}")
    cells = soup.select("td a")
    assert cells
    for cell in cells:
        assert total_of(client, cell["href"]) == int(cell.text)
    for line in soup.select("tbody tr"):
        assert total_of(client, line.select_one("th a")["href"]) == int(line.select_one(".sum").text)
        assert sum(int(cell.text) for cell in line.select("td a")) == int(line.select_one(".sum").text)


def test_rates_are_per_thousand_passages_searched_at_that_time(client: FlaskClient) -> None:
    counts, rates = (soup_of(client, f"/table?q=quay{more}") for more in ("", "&rates=1"))
    number, searched = int(counts.select_one("td a").text), int(counts.select("tfoot td")[1].text)
    assert float(rates.select_one("td a").text) == round(1000 * number / searched, 1)
    assert rates.select_one("td a")["href"] == counts.select_one("td a")["href"]


def test_the_most_heard_come_first_and_the_others_are_one_link_away(client: FlaskClient) -> None:
    first = soup_of(client, "/table?q=harbour&rows=1")
    assert [head.text for head in first.select("tbody th")] == ["Cy Low"]
    more = first.select_one(".whole a")
    assert more.text == "2 more"
    assert [head.text for head in soup_of(client, more["href"]).select("tbody th")] == [
        "Cy Low",
        "Ada Quill",
        "Bo Trent",
    ]


def test_nothing_found_is_no_table(client: FlaskClient) -> None:
    assert "Nothing was found to count." in soup_of(client, "/table?q=zzz").text
