"""Every encoding in use is read, nothing is dropped, and a guess is told."""

from __future__ import annotations

import codecs
import contextlib
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import SourceError
from search.readers.characters import clean
from search.readers.encoding import Decoded, decode, utf8_of
from search.readers.source import Source

VIETNAMESE = "Tổng Bí thư Tô Lâm phát biểu tại Hội nghị tổng kết công tác xây dựng Đảng."


def decoded(data: bytes, declared: str | None = None) -> Decoded:
    return decode(Source("a.txt", data, "0"), declared)


@pytest.mark.parametrize(
    "data",
    [
        VIETNAMESE.encode(),
        codecs.BOM_UTF8 + VIETNAMESE.encode(),
        codecs.BOM_UTF16_LE + VIETNAMESE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + VIETNAMESE.encode("utf-16-be"),
    ],
)
def test_unicode_is_read_with_and_without_byte_order_mark(data: bytes) -> None:
    assert decoded(data) == Decoded(VIETNAMESE)


def test_utf8_outranks_what_the_file_declares() -> None:
    assert decoded(VIETNAMESE.encode(), "iso-8859-1") == Decoded(VIETNAMESE)


@pytest.mark.parametrize(
    ("name", "text"),
    [("windows-1251", "Генеральный секретарь"), ("gb2312", "总书记在会议上"), ("ISO-8859-2", "předseda vlády")],
)
def test_what_the_file_declares_is_believed_where_it_is_not_utf8(name: str, text: str) -> None:
    assert decoded(text.encode(name), name) == Decoded(text)


def test_latin1_means_windows_1252_as_everywhere_on_the_web() -> None:
    assert decoded("“naïve” – €5".encode("cp1252"), "iso-8859-1") == Decoded("“naïve” – €5")


@pytest.mark.parametrize("name", ["punycode", "hex", "utf-7", "idna", "no-such-thing", "unicode_escape", "utf-16"])
def test_a_declared_name_that_is_no_encoding_of_text_is_passed_over(name: str) -> None:
    assert decoded(b"caf\xe9 time", name).text == "café time"


def test_a_few_western_letters_are_windows_1252() -> None:
    found = decoded("The café said “naïve” résumé — it’s fine.".encode("cp1252"))
    assert found.text == "The café said “naïve” résumé — it’s fine."
    assert [str(remark) for remark in found.remarks] == [
        "a.txt: byte 7 is not UTF-8: read as cp1252 (Western letters only)"
    ]


def test_another_encoding_is_detected_and_told() -> None:
    text = "Генеральный секретарь выступил на конференции в Москве"
    found = decoded(text.encode("cp1251"))
    assert found.text == text
    assert "byte 0 is not UTF-8: read as cp1251 (detected)" in found.remarks[0].reason


def test_vietnamese_in_the_old_windows_encoding_becomes_composed_letters() -> None:
    marked = "Tô Lâm phát biê\u0309u tại Hô\u0323i nghi\u0323 tô\u0309ng kê\u0301t công tác xây dư\u0323ng Đa\u0309ng"
    data = marked.replace("ạ", "a\u0323").encode("cp1258")
    assert decoded(data).text == "Tô Lâm phát biểu tại Hội nghị tổng kết công tác xây dựng Đảng"


def old_vietnamese(text: str) -> bytes:
    """Windows-1258 writes the tone behind the letter."""
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        letters.append(unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tone)) + tone)
    return "".join(letters).encode("cp1258")


@pytest.mark.parametrize(
    "text", ["Hội nghị", "Đảng", "Hà Nội", "Bộ Chính trị họp", "The Party said “Thật” today.", VIETNAMESE]
)
def test_a_few_words_of_the_old_vietnamese_encoding_are_enough(text: str) -> None:
    found = decoded(old_vietnamese(text))
    assert found.text == text
    assert found.remarks[0].reason.endswith("is not UTF-8: read as cp1258 (detected)")


@pytest.mark.parametrize("text", ["också år", "Þór Malmö", "på från Þór"])
def test_no_letters_of_another_alphabet_are_seen_inside_western_words(text: str) -> None:
    assert decoded(text.encode("cp1252")).text == text


def test_one_broken_byte_does_not_spoil_a_utf8_text() -> None:
    found = decoded(VIETNAMESE.encode() + b" \xff " + VIETNAMESE.encode())
    assert found.text == f"{VIETNAMESE} \ufffd {VIETNAMESE}"
    assert f"byte {len(VIETNAMESE.encode()) + 1} is not UTF-8" in found.remarks[0].reason


def test_halves_of_a_pair_written_as_utf8_are_put_together_and_a_lone_half_is_shown_as_none() -> None:
    found = decoded("Số 21 ".encode() + b"\xed\xa0\xbd\xed\xb8\x80 and \xed\xa0\xbd alone")
    assert found.text == "Số 21 \U0001f600 and \ufffd alone"
    assert found.remarks[0].reason == "byte 8 is half a character of UTF-16: pairs are put together"


def test_a_broken_utf16_text_is_read_and_told() -> None:
    found = decoded(codecs.BOM_UTF16_LE + "abc".encode("utf-16-le") + b"\x00\xd8d\x00")
    assert found.text.startswith("abc")
    assert "byte 8 is not UTF-16-LE" in found.remarks[0].reason


@given(st.binary(min_size=1, max_size=200))
def test_no_bytes_are_an_error_other_than_a_named_one(data: bytes) -> None:
    with contextlib.suppress(SourceError):
        text = decoded(data).text
        assert text == clean(text)


def test_binary_is_told_by_its_control_characters() -> None:
    with pytest.raises(SourceError, match="binary"):
        decoded(b"\x00" * 100)
    with pytest.raises(SourceError, match="binary"):
        utf8_of(Source("a.jsonl", b"PK\x03\x04\x00\x00", "0"))


def test_a_stray_control_in_a_long_text_is_shown_as_no_character() -> None:
    assert decoded(b"a" * 500 + b"\x07").text.endswith("a\ufffd")


def test_utf16_records_become_utf8() -> None:
    assert utf8_of(Source("a.jsonl", codecs.BOM_UTF16_LE + "{Đ}".encode("utf-16-le"), "0")) == "{Đ}".encode()
    assert utf8_of(Source("a.jsonl", codecs.BOM_UTF8 + b"{}", "0")) == b"{}"


def test_every_kind_of_line_break_is_one() -> None:
    assert clean("a\r\nb\rc\x0cd\u2028e\x85f\n") == "a\nb\nc\nd\ne\nf\n"


def test_what_is_no_character_is_shown_as_such() -> None:
    assert clean("a\x00b\ud800c\x9fd\uffffe") == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_spaces_quotation_marks_and_soft_hyphens_stay_as_they_are() -> None:
    assert clean("\ta\u00a0b\u200b’\u00ad ") == "\ta\u00a0b\u200b’\u00ad "


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_hundred_thousand_combining_marks_take_no_quadratic_time() -> None:
    before = time.process_time()
    clean("a" + "\u0301\u0323" * 100_000)
    assert time.process_time() - before < 5
