"""Marks and links in raw text."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from search import Span
from webapp.marking import Named, Stretch, clipped, joined, marked

hostile = st.text(st.sampled_from("<>&\"' a/mark=imgé\n"), max_size=60) | st.text(max_size=60)
spans = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)).map(lambda p: Span(min(p), max(p))), max_size=6)


def apart(found: list[Span]) -> tuple[Named, ...]:
    """Names at those of the spans that overlap none before them."""
    kept: list[Span] = []
    for span in found:
        if span.start < span.end and not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return tuple(Named(span, f'/bodies/{{}}?n={at}&"<') for at, span in enumerate(sorted(kept)))


def printed(text: str, *marks: Span, names: tuple[Named, ...] = ()) -> str:
    return str(marked(Stretch(text, marks, names)))


@given(hostile, spans, spans.map(apart))
def test_marks_and_links_are_the_only_tags_and_the_text_comes_back_whole(
    text: str, found: list[Span], names: tuple[Named, ...]
) -> None:
    written = printed(text, *found, names=names)
    bare = re.sub(r'</?mark>|</a>|<a class="there" href="[^"]*">', "", written)
    assert not re.search("[<>]", bare)
    assert unescape(bare) == unescape(printed(text))
    if not names:
        assert written.count("<mark>") == written.count("</mark>") == len(joined(text, found))


@given(st.text("ab <&", min_size=1, max_size=60), spans, spans.map(apart))
def test_the_marked_letters_are_the_same_with_links_and_each_name_is_one_whole_link(
    text: str, found: list[Span], names: tuple[Named, ...]
) -> None:
    tree = html.fragment_fromstring(f"<p>.{printed(text, *found, names=names)}</p>")  # a dot, for a blank is dropped
    assert tree.text_content() == f".{text}"
    assert "".join(mark.text_content() for mark in tree.iter("mark")) == "".join(
        span.of(text) for span in joined(text, found)
    )
    whole = sorted((name for name in names if name.span.end <= len(text)), key=lambda name: name.span)
    assert [(link.text_content(), link.get("href")) for link in tree.iter("a")] == [
        (name.span.of(text), name.link) for name in whole
    ]
    assert not tree.xpath("//mark//mark | //a//a")


@given(st.text(st.sampled_from("ab <&-"), max_size=40), spans)
def test_every_marked_letter_lies_in_a_span_or_between_two_neighbours(text: str, found: list[Span]) -> None:
    for span in joined(text, found):
        outside = [at for at in range(span.start, span.end) if not any(s.start <= at < s.end for s in found)]
        assert all(text[at].isspace() or text[at] == "-" for at in outside)


def test_words_that_stand_side_by_side_share_one_mark() -> None:
    assert printed("the Party Congresses, all", Span(4, 9), Span(10, 20)) == "the <mark>Party Congresses</mark>, all"


def test_words_joined_by_a_hyphen_share_one_mark() -> None:
    assert printed("non-nuclear-weapon States", Span(4, 11), Span(12, 18)) == "non-<mark>nuclear-weapon</mark> States"
    assert printed("party - building", Span(0, 5), Span(8, 16)) == "<mark>party</mark> - <mark>building</mark>"


def test_words_with_a_word_between_them_are_marked_apart() -> None:
    html = printed("Party of Congresses", Span(0, 5), Span(9, 19))
    assert html == "<mark>Party</mark> of <mark>Congresses</mark>"


def test_a_script_is_text() -> None:
    assert printed("<script>x</script>", Span(0, 8)) == "<mark>&lt;script&gt;</mark>x&lt;/script&gt;"


def test_a_mark_across_the_edge_of_a_name_is_divided_and_the_name_is_not() -> None:
    name = (Named(Span(4, 17), "/bodies/PC"),)
    assert printed("the Party Council met", Span(10, 21), names=name) == (
        'the <a class="there" href="/bodies/PC">Party <mark>Council</mark></a><mark> met</mark>'
    )
    assert printed("the Party Council met", Span(0, 21), names=name) == (
        '<mark>the <a class="there" href="/bodies/PC">Party Council</a> met</mark>'
    )


def test_spans_are_clipped_to_the_piece_that_is_shown_and_a_name_that_is_cut_is_no_link() -> None:
    assert clipped([Span(0, 3), Span(8, 14), Span(30, 31)], Span(10, 20)) == (Span(0, 4),)
    whole = Stretch("0123456789", (Span(1, 6),), (Named(Span(2, 4), "/a"), Named(Span(4, 8), "/b")))
    assert whole.piece(Span(2, 6)) == Stretch("2345", (Span(0, 4),), (Named(Span(0, 2), "/a"),))
