"""The names an engine knows, and the ways they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from search.engines import ENGINES
from search.engines.base import Naming, SearchEngine
from search.fields import FIELDS
from search.model import Mention, MentionKind, Passage, Span
from search.query import Filter, Query

Compose = Callable[..., Passage]
Build = Callable[..., SearchEngine]


def naming(passage: Passage, *pairs: tuple[str, str]) -> Passage:
    """The passage with mentions of persons: canonical name and how it is printed."""
    named = tuple(Mention(name, MentionKind.PERSON, Span(0, 0), printed) for name, printed in pairs)
    return replace(passage, mentions=named)


def test_a_name_s_number_is_the_total_of_its_filter(archive: SearchEngine) -> None:
    names = list(archive.names())
    assert {name.field for name in names} == {field.name for field in FIELDS if field.mentions}
    for name in names:
        assert archive.search(Query(filters=(Filter(name.field, name.value),))).total == name.count > 0


@pytest.mark.parametrize("name", sorted(set(ENGINES) - {"memory"}))
def test_every_engine_knows_the_names_the_memory_engine_knows(name: str, archives: dict[str, SearchEngine]) -> None:
    assert list(archives[name].names()) == list(archives["memory"].names())


def test_a_name_comes_with_the_ways_it_is_printed_but_for_those_a_filter_takes_for_the_same(
    build: Build, compose: Compose
) -> None:
    first = naming(compose("one"), ("To Lam", "TÔ LÂM"), ("To Lam", "Comrade  Lam"), ("Le Minh Hung", "Hung"))
    second = naming(compose("two", ordinal=1), ("Tô Lâm", "Mr. Lam"), ("To Lam", "Comrade Lam"))
    names = build(first, second).names()
    assert [name for name in names if name.field == "person"] == [
        Naming("person", "Le Minh Hung", 1, ("Hung",)),
        Naming("person", "To Lam", 2, ("Comrade Lam", "Mr. Lam")),
    ]


def test_what_only_unsearched_or_removed_passages_print_is_no_name(build: Build, compose: Compose) -> None:
    repeated = naming(compose("one", repeat=True), ("Ann Lee", "Lee"))
    removed = naming(compose("two", article="b"), ("Ben Low", "Low"))
    kept = naming(compose("three", article="c"), ("Cy Ray", "Ray"))
    engine = build(repeated, removed, kept)
    with engine.writer() as writer:
        writer.remove("b")
    assert list(engine.names()) == [Naming("person", "Cy Ray", 1, ("Ray",))]
