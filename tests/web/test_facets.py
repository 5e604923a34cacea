"""Facets as links, chips and bars."""

from __future__ import annotations

from search import FacetCounts, FacetValue, Filter, Query, ResultPage
from webapp.facets import SHOWN, bars_of, chips_of, facet_views
from webapp.links import Links

LINKS = Links("/archive")


def page_of(query: Query, *counts: FacetCounts) -> ResultPage:
    return ResultPage(query, (), 3, (), counts, 0.1)


def years(**counts: int) -> FacetCounts:
    return FacetCounts("year", tuple(FacetValue(name[1:], name[1:], count) for name, count in counts.items()))


def speakers(number: int, chosen: int | None = None) -> FacetCounts:
    values = (FacetValue(f"Speaker {at}", f"Speaker {at}", 9, selected=at == chosen) for at in range(number))
    return FacetCounts("speaker", tuple(values))


def test_a_long_facet_keeps_the_first_in_sight_and_tells_how_many_more() -> None:
    (facet,) = facet_views(page_of(Query(), speakers(100)), LINKS)
    assert (len(facet.values), facet.more) == (SHOWN, 100 - SHOWN)
    assert facet.browse == "/archive/browse/speaker"


def test_a_facet_that_is_barely_long_is_not_folded() -> None:
    (facet,) = facet_views(page_of(Query(), speakers(SHOWN + 2)), LINKS)
    assert (len(facet.values), facet.more) == (SHOWN + 2, 0)


def test_a_chosen_value_is_in_sight_however_rare() -> None:
    query = Query(filters=(Filter("speaker", "Speaker 90"),))
    (facet,) = facet_views(page_of(query, speakers(100, chosen=90)), LINKS)
    assert facet.values[-1].label == "Speaker 90"
    assert facet.values[-1].selected
    assert facet.more == 100 - SHOWN - 1


def test_a_facet_that_knows_only_none_is_left_out() -> None:
    nobody = FacetCounts("speaker", (FacetValue(None, "No speaker named", 3),))
    chosen = FacetCounts("speaker", (FacetValue(None, "No speaker named", 3, selected=True),))
    assert facet_views(page_of(Query(), nobody), LINKS) == ()
    assert len(facet_views(page_of(Query(), chosen), LINKS)) == 1


def test_chips_are_in_words() -> None:
    query = Query("x", (Filter("year", "2022.."), Filter("person", None)), (Filter("year", "..2020"),))
    assert [(chip.label, chip.excluded) for chip in chips_of(page_of(query), LINKS)] == [
        ("No person named", False),
        ("since 2022", False),
        ("until 2020", True),
    ]


def test_years_without_a_passage_stand_empty_between_the_others() -> None:
    bars = bars_of(years(y2019=2, y2022=4), Query("x"), LINKS)
    assert [(bar.label, bar.count, bar.height) for bar in bars] == [
        ("2019", 2, 50.0),
        ("2020", 0, 0.0),
        ("2021", 0, 0.0),
        ("2022", 4, 100.0),
    ]
    assert bars[0].link == "/archive/search?q=x&year=2019"


def test_a_long_span_is_told_in_fives_and_no_passage_is_lost() -> None:
    bars = bars_of(years(y1946=1, y1950=2, y2024=3), Query(), LINKS)
    assert (bars[0].label, bars[-1].label) == ("1945 to 1949", "2020 to 2024")
    assert (bars[0].short, bars[0].rest) == ("1945–", "1949")
    assert sum(bar.count for bar in bars) == 6
    assert bars[1].link == "/archive/search?year=1950..1954"


def test_a_year_that_is_left_out_is_in_no_run_but_can_be_chosen_by_itself() -> None:
    left_out = FacetValue("1950", "1950", 2, excluded=True)
    query = Query(excluded=(Filter("year", "1950"),))
    long = FacetCounts("year", (*years(y1946=1, y2024=3).values, left_out))
    (run,) = [bar for bar in bars_of(long, query, LINKS) if bar.label == "1950 to 1954"]
    assert (run.count, run.link) == (0, "/archive/search?year=1950..1954&-year=1950")
    short = FacetCounts("year", (*years(y1946=1, y1951=3).values, left_out))
    (bar,) = [bar for bar in bars_of(short, query, LINKS) if bar.label == "1950"]
    assert (bar.count, bar.link) == (2, "/archive/search?year=1950")


def test_one_passage_among_thousands_is_still_a_bar() -> None:
    assert bars_of(years(y2020=9999, y2021=1), Query(), LINKS)[1].height > 0


def test_a_single_year_needs_no_bars() -> None:
    assert bars_of(years(y2020=5), Query(), LINKS) == ()
    assert bars_of(None, Query(), LINKS) == ()
