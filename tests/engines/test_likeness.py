"""What near-identical means, and that none are missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import tokens_of
from search.engines.likeness import Likeness, is_number, leaders_of, likeness_of, near_identical, sketch_of

TEXT = (
    "The Politburo asked all Party committees to review the work of the term, to name what was left undone, "
    "and to report before the end of the year"
)
words = st.lists(st.sampled_from("a b c d e f g h i j k l".split()), min_size=1, max_size=40)


def likeness(text: str, *speakers: str) -> Likeness:
    held = [token.word for token in tokens_of(text)]
    return likeness_of(speakers, held, [word for word in held if is_number(word)])


@pytest.mark.parametrize(
    "other",
    [
        TEXT,
        TEXT.upper(),
        TEXT.replace(",", ""),
        TEXT.replace("Politburo", "Secretariat"),
        TEXT + " again",
        TEXT.replace("The Politburo", "It also"),
    ],
)
def test_case_marks_and_a_word_or_two_make_no_difference(other: str) -> None:
    assert near_identical(likeness(TEXT), likeness(other))


@pytest.mark.parametrize(
    "other",
    [
        "Something else altogether was said there.",
        TEXT + " 2024",
        TEXT.replace("the term", "21-KL/TW"),
        TEXT[: len(TEXT) // 2],
        " ".join(reversed(TEXT.split())),
    ],
)
def test_other_words_other_numbers_and_other_documents_do(other: str) -> None:
    assert not near_identical(likeness(TEXT), likeness(other))


def test_the_same_words_of_another_speaker_are_something_else() -> None:
    assert near_identical(likeness(TEXT, "Tô Lâm"), likeness(TEXT, "To Lam"))
    assert not near_identical(likeness(TEXT, "To Lam"), likeness(TEXT, "Le Minh Hung"))
    assert not near_identical(likeness(TEXT, "To Lam"), likeness(TEXT))


def test_short_texts_are_near_identical_only_word_for_word() -> None:
    assert near_identical(likeness("Party congress"), likeness("PARTY CONGRESS."))
    assert not near_identical(likeness("Party congress"), likeness("Party congresses"))
    assert not near_identical(likeness("I thank the chair"), likeness("I thank the assembly"))


@given(words, st.data())
def test_sketches_of_near_identical_texts_meet(text: list[str], data: st.DataObject) -> None:
    other = text.copy()
    for _ in range(data.draw(st.integers(0, 2))):
        other[data.draw(st.integers(0, len(other) - 1))] = data.draw(st.sampled_from("abxyz"))
    one, two = likeness(" ".join(text)), likeness(" ".join(other))
    assert not near_identical(one, two) or set(sketch_of(one)) & set(sketch_of(two))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 40), st.sampled_from("xyz7")), max_size=25))
def test_leaders_are_those_that_comparing_each_with_each_would_find(prints: list[tuple[int, int, str]]) -> None:
    base = [TEXT, TEXT.replace("Politburo", "Secretariat"), "Party congress", "of the " * 12]
    texts = []
    for number, at, word in prints:
        parts = base[number].split()
        parts[at % len(parts)] = word
        texts.append(" ".join(parts))
    compared = [likeness(text) for text in texts]
    slowly: dict[int, int] = {}
    for number, one in enumerate(compared):
        leads = (other for other in range(number) if other not in slowly and near_identical(compared[other], one))
        first = next(leads, None)
        if first is not None:
            slowly[number] = first
    assert leaders_of((number, one, sketch_of(one)) for number, one in enumerate(compared)) == slowly
