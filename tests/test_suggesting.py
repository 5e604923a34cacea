"""Suggestions while typing: what begins so, in any way it is printed, with exact numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.deadline import Deadline
from search.engines import memory
from search.engines.base import Naming, SearchEngine
from search.limits import SUGGESTIONS
from search.model import ArticleInfo, Attribution, Evidence, Grade, Kind, Mention, MentionKind, Mode, Passage, Span
from search.name_book import NameBook, book_of
from search.names import Alias
from search.suggesting import Suggestion, suggest

PERSON, BODY, DOCUMENT = MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.DOCUMENT
INFO = ArticleInfo("a", None, None, None, None, None, None, "a.txt", "0")


def passage(ordinal: int, text: str, *named: tuple[str, MentionKind, str], speaker: str | None = None) -> Passage:
    said = (Attribution(speaker, None, speaker, Mode.REPORTED, Grade.NAMED, None, None, Evidence("test")),)
    mentions = tuple(Mention(name, kind, Span(0, 0), printed) for name, kind, printed in named)
    span = Span(0, len(text))
    return Passage(
        f"a-{ordinal}", INFO, ordinal, Kind.BODY, span, text, attributions=said if speaker else (), mentions=mentions
    )


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    made = memory.create(tmp_path_factory.mktemp("archive") / "index")
    with made.writer() as writer:
        writer.add(
            [
                passage(0, "corruption and corrupted officials", ("Tô Lâm", PERSON, "Tô Lâm"), speaker="Tô Lâm"),
                passage(1, "corruption again", ("Politburo", BODY, "the Political Bureau"), speaker="Tô Lâm"),
                passage(2, "the organization", ("21-KL/TW", DOCUMENT, "No. 21-KL/TW"), ("To Huy Rua", PERSON, "Rua")),
                passage(3, "Lambeth", ("Ministry of Labour", BODY, "Labour Ministry")),
                passage(4, "corruptions"),
            ]
        )
    return made


@pytest.fixture(scope="module")
def book(engine: SearchEngine) -> NameBook:
    return book_of(engine)


def told(found: tuple[Suggestion, ...]) -> list[tuple[str | None, str]]:
    return [(one.field, one.value) for one in found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("to l", ("speaker", "Tô Lâm", None)),
        ("Tô Lâ", ("speaker", "Tô Lâm", None)),
        ("LAM", ("speaker", "Tô Lâm", None)),
        ("political bu", ("organisation", "Politburo", "the Political Bureau")),
        ("21-k", ("document", "21-KL/TW", None)),
        ("21 kl", ("document", "21-KL/TW", None)),
        ("labor", ("organisation", "Ministry of Labour", None)),
        ("labour mini", ("organisation", "Ministry of Labour", "Labour Ministry")),
        ("rua", ("person", "To Huy Rua", None)),
    ],
)
def test_a_name_is_found_by_the_beginning_of_any_of_its_words_in_any_form(
    engine: SearchEngine, book: NameBook, typed: str, expected: tuple[str, str, str | None]
) -> None:
    first = suggest(engine, book, typed)[0]
    assert (first.field, first.value, first.printed) == expected
    assert first.start == 0


def test_who_is_heard_is_offered_once_as_a_speaker(engine: SearchEngine, book: NameBook) -> None:
    assert told(suggest(engine, book, "to")) == [("speaker", "Tô Lâm"), ("person", "To Huy Rua")]


def test_only_the_end_of_what_is_typed_is_completed(engine: SearchEngine, book: NameBook) -> None:
    (found,) = (one for one in suggest(engine, book, "corruption to l") if one.field)
    assert (found.value, found.start) == ("Tô Lâm", len("corruption "))


def test_words_of_one_stem_are_offered_once_with_what_a_search_finds(engine: SearchEngine, book: NameBook) -> None:
    (found,) = suggest(engine, book, "corr")
    assert (found.field, found.value, found.count) == (None, "corruption", 3)


def test_after_a_blank_the_word_is_whole(engine: SearchEngine, book: NameBook) -> None:
    assert told(suggest(engine, book, "to ")) == [("speaker", "Tô Lâm"), ("person", "To Huy Rua")]
    assert suggest(engine, book, "t ") == suggest(engine, book, "corr ") == ()


def test_one_letter_suggests_nothing(engine: SearchEngine, book: NameBook) -> None:
    assert suggest(engine, book, "t") == suggest(engine, book, " - ") == suggest(engine, book, "") == ()


def test_words_that_cannot_be_counted_in_time_are_left_out(engine: SearchEngine, book: NameBook) -> None:
    assert suggest(engine, book, "corr", Deadline(0.0, clock=lambda: 1.0)) == ()


def test_there_are_at_most_ten_the_frequent_names_first_and_room_for_words(engine: SearchEngine) -> None:
    many = [Naming("organisation", f"Corps {number}", number) for number in range(1, 30)]
    found = suggest(engine, NameBook(many, engine.vocabulary()), "cor")
    assert [one.count for one in found if one.field] == list(range(29, 29 - SUGGESTIONS + 1, -1))
    assert [one.value for one in found if not one.field] == ["corruption"]
    assert len(suggest(engine, NameBook(many, ()), "cor")) == SUGGESTIONS


@given(typed=st.text(max_size=40) | st.text(alphabet="toLâm -\"'(21KL/", max_size=20))
def test_whatever_is_typed_each_number_is_the_total_of_its_query(
    engine: SearchEngine, book: NameBook, typed: str
) -> None:
    found = suggest(engine, book, typed)
    assert len(found) <= SUGGESTIONS
    for one in found:
        assert 0 <= one.start < len(typed)
        assert engine.search(one.query).total == one.count > 0


def test_a_facet_is_searched_by_any_form_of_its_values(book: NameBook) -> None:
    assert book.holding("organisation", "bureau") == {"Politburo": "the Political Bureau"}
    assert book.holding("organisation", "ministry labor") == {"Ministry of Labour": "Ministry of Labour"}
    assert book.holding("speaker", "bureau") == {}


def test_an_alias_finds_the_name_though_no_passage_prints_it(engine: SearchEngine) -> None:
    known = book_of(engine, (Alias("To Lam", "Comrade Sixth"), Alias("Nobody Here", "Comrade Seventh")))
    assert told(suggest(engine, known, "comr")) == [("speaker", "Tô Lâm")]
    assert suggest(engine, known, "comr")[0].printed == "Comrade Sixth"
    assert known.holding("speaker", "sixth") == {"Tô Lâm": "Comrade Sixth"}
    assert known.holding("speaker", "seventh") == {}


def test_a_whole_form_leads_to_the_one_name_that_has_it(engine: SearchEngine) -> None:
    known = book_of(engine, (Alias("To Lam", "Sixth"), Alias("To Lam", "Rua")))
    assert known.called(("speaker", "person"), "SIXTH") == "Tô Lâm"
    assert known.called(("organisation",), "the political bureau") == "Politburo"
    assert known.called(("person",), "Rua") is None  # it is two persons
    assert known.called(("person",), "Six") is None
