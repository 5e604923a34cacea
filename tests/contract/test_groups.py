"""Groups: their number, what is in them, their order and their pages. They hold for every engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.base import SearchEngine
from search.limits import GROUP_HITS
from search.model import Passage
from search.query import Filter, Group, Query
from search.results import HitGroup, ResultPage

Compose = Callable[..., Passage]
Build = Callable[..., SearchEngine]
GROUPS = st.sampled_from([Group.PASSAGE, Group.ARTICLE, Group.SPEAKER])
TEXT = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


def pages_of(engine: SearchEngine, query: Query) -> list[ResultPage]:
    first = engine.search(query)
    return [first, *(engine.search(query.on_page(number)) for number in range(2, first.pages + 1))]


def groups_of(pages: list[ResultPage]) -> list[HitGroup]:
    return [group for page in pages if page.grouping for group in page.grouping.groups]


def narrowed(page: ResultPage, group: HitGroup) -> Query:
    assert page.grouping
    return page.query.narrowed(Filter(page.grouping.field, group.value)).grouped_by(Group.EACH)


@settings(max_examples=20)
@given(data=st.data(), by=GROUPS, size=st.integers(1, 30))
def test_a_group_is_the_result_of_its_filter_and_shows_the_first_of_it(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject, by: Group, size: int
) -> None:
    page = archive.search(replace(data.draw(queries), group=by, page_size=size))
    for group in groups_of([page]):
        alone = archive.search(replace(narrowed(page, group), page_size=100))
        assert group.total == alone.total > 0
        assert group.hits == alone.hits[:GROUP_HITS]


@settings(max_examples=20)
@given(data=st.data(), by=GROUPS, size=st.integers(1, 30))
def test_the_pages_of_groups_hold_each_group_once_and_every_passage(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject, by: Group, size: int
) -> None:
    query = replace(data.draw(queries), group=by, page_size=size)
    pages = pages_of(archive, query)
    groups = groups_of(pages)
    assert [group.rank for group in groups] == list(range(1, pages[0].listed + 1))
    assert len({group.value for group in groups}) == len(groups)
    assert all(len(groups_of([page])) == size for page in pages[:-1])
    assert groups_of([archive.search(query.on_page(len(pages) + 1))]) == []
    if by is not Group.SPEAKER:  # a passage may have several speakers
        assert sum(group.total for group in groups) == pages[0].total


@settings(max_examples=20)
@given(data=st.data(), by=GROUPS)
def test_grouping_changes_neither_the_total_nor_the_facets(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject, by: Group
) -> None:
    query = data.draw(queries)
    each, grouped = archive.search(query), archive.search(query.grouped_by(by))
    assert (grouped.total, grouped.facets) == (each.total, each.facets)
    assert grouped.hits == tuple(hit for group in groups_of([grouped]) for hit in group.hits)


@settings(max_examples=20)
@given(data=st.data(), by=GROUPS)
def test_groups_come_in_the_order_of_their_best_passages(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject, by: Group
) -> None:
    query = data.draw(queries)
    place = {hit.passage.id: hit.rank for hit in archive.search(query).hits}
    groups = groups_of([archive.search(query.grouped_by(by))])
    keys = [(place[group.hits[0].passage.id], group.value is None, group.value or "") for group in groups]
    assert all(before < after for before, after in pairwise(keys))


def test_if_speakers_are_chosen_only_they_make_groups(build: Build, compose: Compose) -> None:
    engine = build(
        compose("tax", speakers=("Ann", "Ben")), compose("tax", ordinal=1, speakers=("Cy",)), compose("tax", ordinal=2)
    )
    everybody = engine.search(Query("tax", group=Group.SPEAKER))
    assert Counter({g.value: g.total for g in groups_of([everybody])}) == {"Ann": 1, "Ben": 1, "Cy": 1, None: 1}
    chosen = Query("tax", filters=(Filter("speaker", "Ann"), Filter("speaker", "Cy")), group=Group.SPEAKER)
    assert [group.value for group in groups_of([engine.search(chosen)])] == ["Ann", "Cy"]


def test_near_identical_passages_are_one_under_the_best_and_counted(build: Build, compose: Compose) -> None:
    engine = build(
        compose(f"{TEXT} long long long", article="a"),
        compose(TEXT, article="b"),
        compose("something else with the word sixteen in it", article="c"),
        compose(TEXT.replace("one", "One,"), article="d"),
    )
    page = engine.search(Query("sixteen", group=Group.PASSAGE))
    assert (page.total, page.listed) == (4, 2)
    assert sorted((g.value, g.total) for g in groups_of([page])) == [("a-0", 3), ("c-0", 1)]
    twins = next(group for group in groups_of([page]) if group.total == 3)
    assert [hit.passage.id for hit in twins.hits] == ["b-0", "d-0", "a-0"]  # the shorter text ranks higher


def test_any_of_them_names_all_near_identical_passages(build: Build, compose: Compose) -> None:
    engine = build(compose(TEXT, article="a"), compose(TEXT, article="b"), compose("apart", article="c"))
    for typed in ("like:a-0", "like:b-0"):
        page = engine.search(Query(typed))
        assert page.query.filters == (Filter("like", "a-0"),)
        assert page.total == 2
    assert engine.search(Query("like:c-0")).total == 1
    assert engine.search(Query("-like:b-0")).total == 1
    assert engine.search(Query("like:nothing")).total == engine.search(Query("like:none")).total == 0


def test_when_the_first_of_near_identical_passages_is_removed_the_next_one_leads(
    build: Build, compose: Compose
) -> None:
    engine = build(compose(TEXT, article="a"), compose(TEXT, article="b"), compose(TEXT, article="c"))
    with engine.writer() as writer:
        writer.remove("a")
    (group,) = groups_of([engine.search(Query(group=Group.PASSAGE))])
    assert (group.value, group.total) == ("b-0", 2)


@pytest.mark.parametrize("by", [Group.PASSAGE, Group.ARTICLE, Group.SPEAKER])
def test_nothing_found_makes_no_group(archive: SearchEngine, by: Group) -> None:
    page = archive.search(Query("absent", group=by))
    assert (page.total, page.listed, page.pages, groups_of([page])) == (0, 0, 0, [])


def test_the_archive_of_the_contract_has_near_identical_passages(archive: SearchEngine) -> None:
    page = archive.search(Query(group=Group.PASSAGE, page_size=100))
    assert page.listed < page.total - 5
    assert max(group.total for group in groups_of(pages_of(archive, page.query))) > GROUP_HITS
