"""Laws of the whole chain of extraction, for articles of any text."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.extract import passages_of
from search.identity import normalised
from search.limits import PASSAGE_CHARACTERS
from search.model import Hint, Kind, Span

SCRAPS = [
    " date 2021-04-06 ", "Council opens", "Hue (VNA) - ", "(Photo: VNA)", "![]() |", "Comment (0)",
    "Source: example.vn", "industryParty", "organizationhas", "consultant13th", "\xa0", "\u200b", "\u2028",
    "\r", "\x1c", " , ", "./.", " |",
    "On December 16, the council met to review 2020 and set tasks for 2021. ", "Decision No. 217, 218-QD/TW ",
    "04-05-2021", "Chairman Le Van Hoa stressed that all wards must report. ", "“We will,” he said. ",
    "Mr. Hoa: ", "Firstly, ", "\n", "\n\n", "The General Secretary requested: ", "To Lam", "Tô Lâm",
    "hinh anh 1", "é", "é", "\t", "aaaa", ".", "? ", "Delegates attend the session", "FOCUS", "5 Feb",
    "Monday", "(", ")", "[", '"', "'", "–", "/", "\\", "%", "0", "\U0001d538",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join),
    st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=12)), max_size=20).map("\n".join),
)


def hinted(text: str, marks: list[tuple[int, Kind]]) -> tuple[Hint, ...]:
    """Ascending hints that do not overlap, from places (taken modulo the length) and kinds."""
    places = sorted({place % (len(text) + 1) for place, _ in marks})
    kinds = [kind for _, kind in marks]
    return tuple(
        Hint(Span(start, end), kinds[i]) for i, (start, end) in enumerate(zip(places[::2], places[1::2], strict=False))
    )


MARKS = st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(list(Kind))), max_size=8)


@given(TEXTS, MARKS)
def test_passages_ascend_and_lose_no_character_but_white_space(
    make_article: Any, text: str, marks: list[tuple[int, Kind]]
) -> None:
    passages = passages_of(make_article(text, hints=hinted(text, marks)))
    position, kept = 0, []
    for passage in passages:
        assert position <= passage.span.start < passage.span.end
        assert text[position : passage.span.start].strip() == ""
        assert passage.text == passage.span.of(text)
        assert passage.text == passage.text.strip()
        assert len(passage.text) <= PASSAGE_CHARACTERS
        kept.append(passage.text)
        position = passage.span.end
    assert text[position:].strip() == ""
    assert "".join("".join(kept).split()) == "".join(text.split())


ENDINGS = "the of and by said that Mr. Comrade Party Committee Ministry according General Deputy is , : “".split()


@given(st.lists(st.sampled_from(ENDINGS), min_size=1, max_size=6).map(" ".join))
def test_a_passage_may_end_at_any_word(make_article: Any, ending: str) -> None:
    text = f"Council opens its session\nThe chairman of the council went to {ending}"
    assert "".join(p.text for p in passages_of(make_article(text))) == text.replace("\n", "")


@given(TEXTS)
def test_every_span_of_a_passage_lies_in_its_text(make_article: Any, text: str) -> None:
    for number, passage in enumerate(passages_of(make_article(text))):
        whole = Span(0, len(passage.text))
        assert passage.ordinal == number
        assert all(whole.covers(repair.span) for repair in passage.repairs)
        assert all(whole.covers(mention.span) for mention in passage.mentions)
        for attribution in passage.attributions:
            spans = (attribution.cue, attribution.content, attribution.mention)
            assert all(whole.covers(span) for span in spans if span)


@given(TEXTS)
def test_repairs_ascend_and_do_not_overlap(make_article: Any, text: str) -> None:
    for passage in passages_of(make_article(text)):
        position = 0
        for repair in passage.repairs:
            assert position <= repair.span.start
            assert repair.span.of(passage.text) != repair.replacement
            position = repair.span.end


@given(TEXTS)
def test_the_same_article_gives_the_same_passages(make_article: Any, text: str) -> None:
    assert passages_of(make_article(text)) == passages_of(make_article(text))


@given(st.lists(TEXTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_no_article_changes_what_is_read_in_another(make_article: Any, texts: list[str], chance: random.Random) -> None:
    articles = [make_article(text, id=str(number)) for number, text in enumerate(texts)]
    alone = {article.info.id: passages_of(article) for article in articles}
    chance.shuffle(articles)
    assert {article.info.id: passages_of(article) for article in articles} == alone


@given(TEXTS)
def test_ids_are_unique_within_an_article(make_article: Any, text: str) -> None:
    passages = passages_of(make_article(text))
    assert len({passage.id for passage in passages}) == len(passages)


@given(TEXTS)
def test_reprints_are_marked_and_not_searched(make_article: Any, text: str) -> None:
    seen = set()
    for passage in passages_of(make_article(text)):
        assert passage.repeat == (normalised(passage.text) in seen)
        assert not (passage.repeat and passage.searched)
        seen.add(normalised(passage.text))


@pytest.mark.parametrize("scrap", [scrap for scrap in SCRAPS if scrap.strip()])
@settings(max_examples=1)
@given(st.just(4_000))
def test_a_long_line_of_one_scrap_is_read_to_its_end(make_article: Any, scrap: str, length: int) -> None:
    text = (scrap * length)[:length]
    passages = passages_of(make_article(text))
    assert "".join("".join(p.text for p in passages).split()) == "".join(text.split())
