"""Tokens: what is one word, and where it stands."""

from __future__ import annotations

import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from search.analysis import fold_value, prefixes_of, query_tokens, seeking, shapes_of, tokens, tokens_of
from search.limits import TOKEN_CHARACTERS
from search.model import Repair, Span


def words(text: str) -> list[str]:
    return [token.word for token in tokens_of(text)]


def stems(text: str) -> list[str]:
    return [token.stem for token in tokens_of(text)]


@pytest.mark.parametrize(
    "same",
    [
        ("running", "runs", "run"),
        ("officials", "official"),
        ("emphasised", "emphasize", "emphasising", "emphasizes"),
        ("organisation", "Organizations", "organizing", "organise"),
        ("labour", "labor", "Labors"),
        ("programme", "programs", "programming"),
        ("license", "licences", "licensed"),
        ("committee", "committees", "Committee's", "COMMITTEES’"),
    ],
)
def test_inflections_and_spellings_share_a_stem(same: tuple[str, ...]) -> None:
    assert len({tuple(stems(word)) for word in same}) == 1


def test_different_words_keep_different_stems() -> None:
    assert len(set(stems("organ organise party part corruption correction"))) == 6


def test_accents_case_and_composition_do_not_part_words() -> None:
    text = "Tô Lâm"
    for written in (text, unicodedata.normalize("NFD", text), "to lam", "TO LAM", "TÔ LÂM"):
        assert words(written) == ["to", "lam"]
    assert words("Đặng Thị Ngọc Thịnh") == ["dang", "thi", "ngoc", "thinh"]


def test_the_accented_form_is_kept_where_there_is_one() -> None:
    tokens = tokens_of(unicodedata.normalize("NFD", "Tô LÂM spoke on Đổi Mới"))
    assert [token.accented for token in tokens] == ["tô", "lâm", None, None, "đổi", "mới"]


def test_a_possessive_is_no_other_word() -> None:
    assert words("Party's Party’s PARTY'S Party") == ["party"] * 4
    assert words("the workers' rights") == ["the", "workers", "rights"]
    assert words("don't O’Brien") == ["dont", "obrien"]


def test_a_hyphen_parts_words_that_stand_at_consecutive_positions() -> None:
    tokens = tokens_of("against self-evolution now")
    assert [(token.word, token.position) for token in tokens] == [
        ("against", 0),
        ("self", 1),
        ("evolution", 2),
        ("now", 3),
    ]
    assert words("co-operation and co-ordinated") == ["cooperation", "and", "coordinated"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,887,500 members", ["2887500", "members"]),
        ("2887500", ["2887500"]),
        ("2.887.500", ["2887500"]),
        ("grew 13.4%.", ["grew", "13.4"]),
        ("13.4bn", ["13.4", "bn"]),
        ("7-8 of 10, 11", ["7", "8", "of", "10", "11"]),
        ("1,2,3", ["1", "2", "3"]),
        ("1,000,0000", ["1", "000", "0000"]),
        ("the 14th", ["the", "14th"]),
        ("12.02.2020 and 2020-2025", ["12", "02", "2020", "and", "2020", "2025"]),
        ("2018/2022", ["2018", "2022"]),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_initials_are_one_word() -> None:
    assert words("the U.S. and U.N-led a.m., J. Smith") == ["the", "us", "and", "un", "led", "am", "j", "smith"]


def test_addresses_are_found_by_their_parts() -> None:
    assert words("https://en.vietnamplus.vn/to-lam.vnp") == ["https", "en", "vietnamplus", "vn", "to", "lam", "vnp"]
    assert words("press@example.org") == ["press", "example", "org"]


def test_letters_of_every_script_are_searchable() -> None:
    assert words("Съезд партии") == ["съезд", "партии"]
    assert words("中国共产党") == ["中", "国", "共", "产", "党"]
    assert words("हिन्दी भाषा")[0].startswith("हिन")
    assert len(words("हिन्दी भाषा")) == 2


def test_marks_that_are_no_letters_do_not_part_a_word() -> None:
    assert words("organi\u00adsation Par\u200dty") == ["organisation", "party"]
    assert words("snake_case") == ["snake", "case"]
    assert words("— … \u00b4 ' _ \u0301") == []


def test_a_word_longer_than_the_limit_is_cut() -> None:
    (token,) = tokens_of("x" * 5000)
    assert token.word == "x" * TOKEN_CHARACTERS
    assert token.span == Span(0, 5000)


def test_spans_point_into_the_raw_text() -> None:
    text = "  Tô Lâm’s (CPV) 21-KL/TW"
    assert [token.span.of(text) for token in tokens_of(text)] == ["Tô", "Lâm’s", "CPV", "21-KL/TW"]


def test_repairs_are_read_and_spans_stay_in_the_raw_letters() -> None:
    text = "the organizationhas said"
    for repair in (Repair(Span(16, 16), " "), Repair(Span(4, 19), "organization has")):
        tokens = tokens_of(text, (repair,))
        assert [token.word for token in tokens] == ["the", "organisation", "has", "said"]
        assert [token.span.of(text) for token in tokens] == ["the", "organization", "has", "said"]


def test_the_number_word_before_a_number_is_no_word() -> None:
    assert words("Directive No. 35 and Nos. 217, 218-QD/TW") == ["directive", "35", "and", "217", "218-qd/tw"]
    assert words("No 21-KL/TW") == ["21-kl/tw"]
    assert words("There is no 35 in it. No. Not") == ["there", "is", "no", "35", "in", "it", "no", "not"]


def test_a_value_folds_to_what_its_spellings_share() -> None:
    assert fold_value("  Tô   Lâm ") == fold_value("to lam")
    assert fold_value("Party Central Committee's Organization Commission") == fold_value(
        "party central committee’s organisation commission"
    )
    assert fold_value("21 KL TW") == fold_value("No. 21-KL/TW") == fold_value("21-kl/tw")
    assert fold_value("To Lam") != fold_value("Tô Lan")
    assert fold_value("…") == "…"


@pytest.mark.parametrize(
    ("letters", "word"),
    [
        ("organiz", "organisation"),
        ("organis", "Organizations"),
        ("organizati", "organisational"),
        ("labor", "labour"),
        ("labor", "laboratory"),
        ("labou", "labor"),
        ("colori", "colouring"),
        ("cente", "center"),
        ("centr", "center"),
        ("travell", "traveling"),
        ("traveli", "travelling"),
        ("defens", "defence"),
        ("Tô", "Tô"),
        ("đổ", "Đổi"),
        ("Party's", "party"),
        ("2,887", "2887500"),
    ],
)
def test_a_prefix_finds_words_in_either_spelling(letters: str, word: str) -> None:
    assert words(word)[0].startswith(prefixes_of(letters))


def test_a_prefix_without_letters_finds_nothing() -> None:
    assert prefixes_of("--") == ()
    assert not "corruption".startswith(prefixes_of("organ"))


@given(st.text(max_size=200))
def test_tokens_ascend_and_stay_inside_any_text(text: str) -> None:
    for read in (tokens_of, query_tokens):
        tokens = read(text)
        assert [token.position for token in tokens] == list(range(len(tokens)))
        assert all(token.word and token.stem and token.span.start < token.span.end <= len(text) for token in tokens)
        assert all(a.span.end <= b.span.start for a, b in pairwise(tokens))


@given(st.text(max_size=60))
@example("Ù.A")
@example("U.Áb")
@example("U.Ȧ.")
def test_composition_never_changes_the_words(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert [token.word for token in tokens_of(composed)] == [token.word for token in tokens_of(decomposed)]


@given(
    st.text(alphabet="ab ’-1/", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text(alphabet="ab ", max_size=4)), max_size=5),
)
def test_tokens_of_repaired_text_stay_inside_the_raw_text(text: str, edits: list[tuple[int, int, str]]) -> None:
    repairs = tuple(Repair(Span(start, start + length), new) for start, length, new in edits)
    for token in tokens_of(text, repairs):
        assert 0 <= token.span.start <= token.span.end <= len(text)


def test_words_are_the_same_from_many_threads() -> None:
    texts = [
        " ".join(f"{stem}{n}{ending}" for ending in ("ing", "s", "ed")) for n in range(300) for stem in ("a", "re")
    ]
    expected = [stems(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(stems, texts * 2)) == expected * 2


@pytest.mark.parametrize(
    "hostile",
    [
        "1.",
        "1,000",
        "a.",
        "A/",
        "1/2000",
        "1-AA/",
        "co-op",
        "No.",
        "’a",
        "\u0301",
        "a\u0301",
        "No ",
        "中",
        "1/AA-",
        "x",
    ],
)
def test_no_text_takes_long(hostile: str) -> None:
    text = hostile * (100_000 // len(hostile))
    started = time.process_time()
    tokens_of(text)
    query_tokens(text)
    assert time.process_time() - started < 3


_PARTS = st.lists(
    st.sampled_from(
        "tax Tô Lâm U.S. a.b. e.g. No. 35 21-KL/TW 20-metre/second co-operation Co-op 1,000.5 2.5 don't 党 x́ - , ŏ̃n "
        "S/2024/12 21KL/TW №7 c.o-o".split()
    )
    | st.text(max_size=6),
    max_size=8,
)


@settings(max_examples=300)
@given(_PARTS, st.sampled_from([" ", "", "."]))
def test_shapes_are_those_of_the_tokens(parts: list[str], between: str) -> None:
    text = between.join(parts)
    assert shapes_of(text) == [(token.stem, token.word, token.accented) for token in tokens_of(text)]


@settings(max_examples=300)
@given(_PARTS, st.sampled_from([" ", "", "."]))
def test_what_is_more_than_a_word_is_known_by_a_sign_of_it(parts: list[str], between: str) -> None:
    text = between.join(parts)
    found = [(one.span(), one.lastgroup) for one in tokens.TEXT.finditer(text)]
    if not seeking._MORE_THAN_WORDS.search(text):
        assert found == [(one.span(), None) for one in tokens.WORDS.finditer(text)]


@settings(max_examples=300)
@example(["5.No", "21-KL/TW"], " ")
@example(["Nos.", "", "35", "words"], " ")
@example(["No", "No.", "1/No.", "21-KL/TW"], " ")
@example(["no.", "\t35,", "No"], " ")
@given(_PARTS, st.sampled_from([" ", "", ".", "  ", "\t"]))
def test_a_text_read_piece_by_piece_has_the_tokens_of_one_that_is_read_whole(parts: list[str], between: str) -> None:
    text = between.join(parts)
    whole = tokens.found_between(0, len(text), text, tokens.TEXT)
    assert tokens._found(text, tokens.TEXT) == whole
