"""The laws of an answer: facets, paging, order, limits and deadlines. They hold for every engine."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.deadline import Deadline
from search.engines.base import SearchEngine
from search.errors import LimitError, NotFoundError, QueryError, UnknownFieldError
from search.fields import FACETS, Field
from search.limits import PAGE_SIZE_MAX
from search.query import Filter, Query, Sort


@settings(max_examples=60)
@given(data=st.data())
def test_the_number_beside_a_value_is_the_total_after_choosing_it_alone_in_its_facet(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject
) -> None:
    page = archive.search(data.draw(queries))
    counts = {Filter(c.name, v.value): v.count for c in page.facets for v in c.values}
    held = {Filter(c.name, v.value) for c in archive.statistics().facets for v in c.values}
    chosen = data.draw(st.sampled_from(sorted(held | set(counts), key=lambda f: (f.facet, f.value or ""))))
    alone = archive.search(page.query.without_facet(chosen.facet).toggling(chosen))
    assert alone.total == counts.get(chosen, 0)


@settings(max_examples=60)
@given(data=st.data())
def test_a_facet_lists_what_is_chosen_or_excluded_and_of_the_rest_only_what_occurs(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject
) -> None:
    page = archive.search(data.draw(queries))
    assert [counts.name for counts in page.facets] == [field.name for field in FACETS]
    for counts in page.facets:
        listed = {value.value: value for value in counts.values}
        assert len(listed) == len(counts.values)
        assert {v for v, value in listed.items() if value.selected} == {
            f.value for f in page.query.filters if f.facet == counts.name
        }
        assert {v for v, value in listed.items() if value.excluded} == {
            f.value for f in page.query.excluded if f.facet == counts.name
        }
        assert all(value.count or value.selected or value.excluded for value in counts.values)
        assert all(value.label for value in counts.values)


@settings(max_examples=30)
@given(data=st.data(), asked=st.lists(st.sampled_from(FACETS), unique=True))
def test_only_the_facets_that_are_asked_for_are_counted_and_nothing_else_depends_on_them(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject, asked: list[Field]
) -> None:
    query = data.draw(queries)
    whole, part = archive.search(query), archive.search(query, facets=asked)
    known = {counts.name: counts for counts in whole.facets}
    assert part.facets == tuple(known[field.name] for field in asked)
    assert replace(part, facets=(), elapsed_ms=0.0) == replace(whole, facets=(), elapsed_ms=0.0)


@settings(max_examples=40)
@given(data=st.data(), size=st.integers(1, 40))
def test_pages_are_disjoint_together_the_whole_and_ranked_without_a_gap(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject, size: int
) -> None:
    query = replace(data.draw(queries), page_size=size)
    first = archive.search(query)
    pages = [archive.search(query.on_page(number)) for number in range(1, first.pages + 1)]
    hits = [hit for page in pages for hit in page.hits]
    assert [hit.rank for hit in hits] == list(range(1, first.total + 1))
    assert len({hit.passage.id for hit in hits}) == first.total
    assert all(len(page.hits) == size for page in pages[:-1])
    assert {page.total for page in pages} <= {first.total}
    beyond = archive.search(query.on_page(first.pages + 1))
    assert (beyond.hits, beyond.total, beyond.facets) == ((), first.total, first.facets)


@settings(max_examples=60)
@given(data=st.data())
def test_the_passages_of_a_query_are_its_hits_in_reading_order_whatever_page_is_asked(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject
) -> None:
    query = data.draw(queries)
    page = archive.search(query)
    hits = [hit.passage for n in range(1, page.pages + 1) for hit in archive.search(query.on_page(n)).hits]
    reading = sorted(hits, key=lambda p: (p.article.source_path, p.article.id, p.ordinal))
    assert list(archive.passages(query.on_page(7))) == reading


def test_the_passages_of_a_query_end_when_time_is_up(archive: SearchEngine) -> None:
    ticks = iter(range(1000))
    some = list(archive.passages(Query(), Deadline(5.0, lambda: float(next(ticks)))))
    assert 0 < len(some) <= 5
    assert some == list(archive.passages(Query()))[: len(some)]
    assert list(archive.passages(Query("tax"), Deadline(0.0, lambda: 1.0))) == []


def test_passages_refuse_a_filter_on_an_unknown_field(archive: SearchEngine) -> None:
    with pytest.raises(UnknownFieldError):
        list(archive.passages(Query(filters=(Filter("nothing", "x"),))))


@settings(max_examples=60)
@given(data=st.data())
def test_hits_come_in_the_order_asked_and_ties_in_reading_order(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject
) -> None:
    page = archive.search(data.draw(queries))

    def key(hit_number: int) -> tuple[object, ...]:
        hit = page.hits[hit_number]
        article = hit.passage.article
        reading = (article.source_path, article.id, hit.passage.ordinal)
        if page.query.sort is Sort.RELEVANCE:
            return (-hit.score, *reading)
        day = article.dating.day.toordinal() if article.dating else None
        return (day is None, (-day if page.query.sort is Sort.NEWEST else day) if day else 0, *reading)

    keys = [key(number) for number in range(len(page.hits))]
    assert all(before < after for before, after in pairwise(keys))


@settings(max_examples=60)
@given(data=st.data())
def test_a_passage_found_is_a_searched_one_and_can_be_opened(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject
) -> None:
    for hit in archive.search(data.draw(queries)).hits:
        assert hit.passage.searched
        assert archive.passage(hit.passage.id) == hit.passage
        assert hit.passage in archive.article(hit.passage.article.id)


def test_excluding_a_value_and_keeping_it_share_out_the_whole(archive: SearchEngine) -> None:
    everything = archive.search(Query())
    for counts in everything.facets:
        for value in counts.values:
            chosen = Filter(counts.name, value.value)
            kept = archive.search(Query(filters=(chosen,))).total
            refused = archive.search(Query(excluded=(chosen,))).total
            assert kept + refused == everything.total


def test_the_statistics_count_all_searched_passages(archive: SearchEngine) -> None:
    statistics = archive.statistics()
    assert statistics.searched == archive.search(Query()).total
    assert statistics.facets == archive.search(Query()).facets
    assert statistics.passages > statistics.searched
    assert statistics.articles == 45


@pytest.mark.parametrize(
    "query",
    [Query(page=0), Query(page=-3), Query(page_size=0), Query(page_size=-1), Query(page_size=PAGE_SIZE_MAX + 1)],
)
def test_an_impossible_page_is_a_limit_error(archive: SearchEngine, query: Query) -> None:
    with pytest.raises(LimitError):
        archive.search(query)


def test_a_page_far_beyond_the_last_is_empty_and_its_total_right(archive: SearchEngine) -> None:
    page = archive.search(Query("tax", page=10**30))
    assert page.hits == ()
    assert page.total == archive.search(Query("tax")).total > 0


def test_a_filter_on_an_unknown_field_is_an_error_that_names_the_fields(archive: SearchEngine) -> None:
    with pytest.raises(UnknownFieldError, match="speaker"):
        archive.search(Query(filters=(Filter("author", "x"),)))
    assert issubclass(UnknownFieldError, QueryError)


@pytest.mark.parametrize("text", ["tax", '"the party"', "ref*", "-tax", "tax OR debt", "", "speaker:none"])
def test_a_deadline_that_has_passed_gives_an_incomplete_answer_with_a_lower_bound(
    archive: SearchEngine, text: str
) -> None:
    page = archive.search(Query(text), Deadline(0.0, clock=lambda: 0.0))
    assert not page.complete
    assert page.total <= archive.search(Query(text)).total
    assert {hit.passage.id for hit in page.hits} <= {h.passage.id for h in archive.search(Query(text)).hits}


def test_an_answer_in_time_is_complete(archive: SearchEngine) -> None:
    assert archive.search(Query("tax"), Deadline(1.0, clock=lambda: 0.0)).complete


def test_the_elapsed_time_is_that_of_the_deadline_s_clock(archive: SearchEngine) -> None:
    ticks = iter(range(10**6))
    page = archive.search(Query("tax"), Deadline(float("inf"), clock=lambda: float(next(ticks))))
    assert page.elapsed_ms >= 1000


def test_an_unknown_passage_or_article_is_not_found(archive: SearchEngine) -> None:
    for ask in (archive.passage, archive.article):
        with pytest.raises(NotFoundError, match="nothing-here"):
            ask("nothing-here")


def test_the_vocabulary_ascends_and_counts_what_a_search_finds(archive: SearchEngine) -> None:
    vocabulary = list(archive.vocabulary())
    assert vocabulary == sorted(vocabulary)
    for word, count in vocabulary:
        assert archive.search(Query(f'"{word}"')).total == count


@pytest.mark.parametrize("text", ["tax debt -party", '"the party" OR "of the"', "ref* (tax OR labour)"])
def test_whenever_the_deadline_passes_what_is_answered_is_true(archive: SearchEngine, text: str) -> None:
    whole = archive.search(Query(text))
    for moment in (*range(1, 60), 10**5):
        ticks = iter(range(10**6))
        page = archive.search(Query(text), Deadline(float(moment), clock=lambda ticks=ticks: float(next(ticks))))
        assert page.total <= whole.total
        assert page.hits in ((), whole.hits)
        assert page.facets in ((), whole.facets)
        if page.complete:
            assert (page.total, page.hits, page.facets) == (whole.total, whole.hits, whole.facets)
    assert page.complete
