"""Marks: where the words of a query stand in a passage."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from search.fields import BY_NAME
from search.highlight import matches
from search.model import (
    ArticleInfo,
    Attribution,
    Evidence,
    Grade,
    Kind,
    Mention,
    MentionKind,
    Mode,
    Passage,
    Repair,
    Span,
)
from search.syntax import parse

INFO = ArticleInfo("a1", None, None, None, None, None, None, "a1.txt", "0" * 64)


def passage(
    text: str,
    *,
    repairs: tuple[Repair, ...] = (),
    mentions: tuple[Mention, ...] = (),
    attributions: tuple[Attribution, ...] = (),
) -> Passage:
    span = Span(0, len(text))
    return Passage("p1", INFO, 0, Kind.BODY, span, text, repairs=repairs, mentions=mentions, attributions=attributions)


def mention(text: str, printed: str, name: str, kind: MentionKind) -> Mention:
    start = text.index(printed)
    return Mention(name, kind, Span(start, start + len(printed)), printed)


def marked(query: str, found: Passage) -> list[str]:
    return [span.of(found.text) for span in matches(parse(query, BY_NAME).tree, found)]


def test_every_inflection_of_a_word_is_marked_as_printed() -> None:
    text = "Organizations organised; the Organization’s organising. An organ."
    assert marked("organisation", passage(text)) == ["Organizations", "organised", "Organization’s", "organising"]


def test_words_side_by_side_keep_marks_of_their_own() -> None:
    assert marked("party building", passage("the Party building work")) == ["Party", "building"]


def test_accents_and_case_do_not_hide_a_word() -> None:
    assert marked("to lam", passage("Tô Lâm and To\u0302 LÂM")) == ["Tô", "Lâm", "To\u0302", "LÂM"]


def test_a_phrase_is_one_mark_as_written() -> None:
    text = "Control of power, control powers; the control of Power"
    assert marked('"control of power"', passage(text)) == ["Control of power", "control of Power"]


def test_a_phrase_across_a_hyphen_is_marked_and_a_word_in_it_adds_nothing() -> None:
    assert marked('"self evolution" evolution', passage("self-evolution, evolution")) == ["self-evolution", "evolution"]


def test_a_phrase_that_overlaps_itself_is_one_mark() -> None:
    assert marked('"a b a"', passage("x a b a b a y")) == ["a b a b a"]


def test_a_prefix_marks_whole_words_in_both_spellings() -> None:
    assert marked("organiz*", passage("The organization organised organs.")) == ["organization", "organised"]


def test_refused_words_filters_and_everything_mark_nothing() -> None:
    found = passage("tax and debt in 2024")
    assert marked("tax -debt", found) == ["tax"]
    assert marked("-(tax OR debt)", found) == []
    assert marked("(year:2024 OR kind:body) tax", found) == ["tax"]
    assert marked("", found) == []


def test_all_alternatives_are_marked() -> None:
    assert marked("tax OR rice OR debt", passage("debt and tax")) == ["debt", "tax"]


def test_marks_land_on_the_raw_letters_of_repaired_text() -> None:
    text = "The organizationhas\u00a0spoken"
    repairs = (Repair(Span(16, 16), " "), Repair(Span(19, 20), " "))
    assert marked("organisation has spoken", passage(text, repairs=repairs)) == ["organization", "has", "spoken"]
    assert marked('"organisation has spoken"', passage(text, repairs=repairs)) == ["organizationhas\u00a0spoken"]


def test_letters_that_only_a_repair_has_added_are_no_mark() -> None:
    assert marked("tax", passage("debt", repairs=(Repair(Span(0, 0), "tax "),))) == []


def test_a_document_is_marked_by_what_is_printed_of_its_number() -> None:
    text = "Decision No. 217, 218-QD/TW of the Politburo"
    found = passage(
        text,
        mentions=(
            mention(text, "217", "217-QD/TW", MentionKind.DOCUMENT),
            mention(text, "218-QD/TW", "218-QD/TW", MentionKind.DOCUMENT),
        ),
    )
    assert marked("217-QD/TW", found) == ["217"]
    assert marked("218 QD TW", found) == ["218-QD/TW"]
    assert marked("217-QD/TU", found) == []


def test_a_name_not_printed_is_marked_where_it_is_meant_only_if_it_is_spelt_out() -> None:
    text = "The Provincial People's Committee met."
    name = "Hung Yen Provincial People's Committee"
    found = passage(text, mentions=(mention(text, "Provincial People's Committee", name, MentionKind.ORGANISATION),))
    assert marked("Hung Yen", found) == []
    assert marked("hung yen provincial people committee", found) == ["Provincial", "People's", "Committee"]


def test_a_speaker_asked_by_name_is_marked_by_the_title_printed_instead() -> None:
    text = "The President said the State must act."
    said = Attribution(
        speaker="Vo Van Thuong",
        collective=None,
        printed="The President",
        mode=Mode.REPORTED,
        grade=Grade.ROLE,
        cue=Span(14, 18),
        content=None,
        evidence=Evidence("role"),
        mention=Span(0, 13),
    )
    assert marked("Võ Văn Thưởng act", passage(text, attributions=(said,))) == ["The President", "act"]
    assert marked("Thuong", passage(text, attributions=(said,))) == []


@given(st.text(max_size=40), st.text(alphabet="ab -*\"()'é1/", max_size=60))
def test_marks_ascend_apart_and_inside_any_text(query: str, text: str) -> None:
    spans = matches(parse(query + " ab a*", BY_NAME).tree, passage(text))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_hyphenated_word_is_one_mark_and_its_parts_are_none_elsewhere() -> None:
    text = "Self-evolution; the self and its evolution; self-evolutions"
    assert marked("self-evolution", passage(text)) == ["Self-evolution", "self-evolutions"]


def test_a_function_word_is_marked_only_beside_the_word_it_stands_beside_in_the_query() -> None:
    text = "To Lam came to Hanoi to speak to General Secretary To Lam."
    assert marked("to lam", passage(text)) == ["To", "Lam", "To", "Lam"]
    assert marked("state of the art", passage("the state of the art of the deal")) == ["state", "of", "the", "art"]
    assert marked("to lam", passage("Tô said to him")) == ["Tô"]


def test_function_words_alone_are_marked() -> None:
    assert marked("to the", passage("to go to the end")) == ["to", "to", "the"]


def test_a_word_that_only_the_raw_text_has_is_marked_where_it_is_printed() -> None:
    text = "The organizationhas spoken"
    glued = passage(text, repairs=(Repair(Span(16, 16), " "),))
    assert marked("organizationhas", glued) == ["organizationhas"]
    assert marked('"the organizationhas spoken"', glued) == [text]
