"""Bytes to clean text: which encoding, and which characters may stay.

The order is: byte order mark, UTF-8, the encoding the file declares, detection, and Windows-1252 where nothing else
fits. Nothing is ever dropped: what is no character becomes U+FFFD, and a guess is told to the operator.
"""

from __future__ import annotations

import codecs
import io
import re
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from search.errors import SourceError
from search.readers.source import Remark, Source

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BINARY_SAMPLE = 8_192  # bytes looked at
_BINARY_SHARE = 0.01  # more controls than this and it is no text
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"

# Names that pages use for real text encodings. Python knows more, but some of those are no encodings of text and some
# take quadratic time.
_DECLARABLE = re.compile(
    r"(?:utf-?8|(?:iso-?|x-)?8859-?\d{1,2}|latin-?1|us-ascii|ascii|windows-\d{3,4}|cp\d{3,4}"
    r"|koi8-[ru]|gb2312|gbk|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr)|shift[-_]jis|tis-620|macintosh)",
    re.IGNORECASE,
)
_WEB_NAMES = {
    "us-ascii",
    "ascii",
    "latin1",
    "latin-1",
    "iso-8859-1",
    "iso8859-1",
    "8859-1",
}  # all mean cp1252 on the web
_DETECTABLE = [
    *("cp1252", "cp1258", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r"),
    *("gb18030", "big5", "shift_jis", "euc_kr", "euc_jp"),
]
_DETECTION_SAMPLE = 65_536  # bytes of lines that hold more than ASCII
# What English prose borrows, as bytes of Windows-1252: quotation marks, dashes, signs, and the accented letters of
# French, German, Spanish, Portuguese and Italian names. Text that holds nothing else needs no detection (which tends to
# see Czech or Turkish in a few accents).
_WESTERN = bytes.fromhex(
    "80 82 84 85 91 92 93 94 95 96 97 a0 a3 a7 a9 ab ae b0 b7 bb bd c0 c4 c7 c9 d6 dc df"
    "e0 e1 e2 e3 e4 e7 e8 e9 ea eb ed ee ef f1 f3 f4 f6 fa fb fc"
)

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NO_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BEYOND_LATIN = re.compile("[^\x00-\u02ff]{31,}")
_MARKS_IN_A_ROW = 30  # the Stream-Safe Text Format of Unicode Standard Annex #15
_JOINER = "\u034f"  # U+034F COMBINING GRAPHEME JOINER


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in NFC, and what the operator should know of how it was found."""

    text: str
    remarks: tuple[Remark, ...] = ()


def decode(source: Source, declared: str | None = None) -> Decoded:
    """The text of a source; raises `SourceError` for one that is empty or no text at all."""
    for mark, name in _MARKS:
        if source.data.startswith(mark):
            return _decode_marked(source, mark, name)
    refuse_binary(source)
    try:
        return Decoded(clean(source.data.decode("utf-8")))
    except UnicodeDecodeError as problem:
        at = problem.start
    if declared:
        text = _decode_as(source.data, declared)
        if text is not None:
            return Decoded(clean(text))
    name, how = _detected(source.data)
    text = source.data.decode(name, "replace")
    return Decoded(clean(text), (Remark(source.path, f"byte {at} is not UTF-8: read as {name} ({how})"),))


def refuse_binary(source: Source) -> None:
    """Raise `SourceError` for bytes that are empty or hold too many controls to be text."""
    if not source.data.strip():
        raise SourceError(source.path, "empty")
    sample = source.data[:_BINARY_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > len(sample) * _BINARY_SHARE:
        raise SourceError(source.path, "binary: too many control characters for a text")


def clean(text: str) -> str:
    r"""NFC with `\n` for every kind of line break and U+FFFD for what is no character (controls, lone surrogates).

    After thirty combining marks in a row a U+034F is put in, which keeps NFC from taking quadratic time.
    """
    broken = _LINE_BREAKS.sub("\n", text)
    whole = _NO_CHARACTERS.sub("\ufffd", broken)
    if whole.isascii():
        return whole
    return unicodedata.normalize("NFC", _BEYOND_LATIN.sub(_stream_safe, whole))


def _stream_safe(found: re.Match[str]) -> str:
    safe: list[str] = []
    marks = 0
    for character in found.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MARKS_IN_A_ROW:
            safe.append(_JOINER)
            marks = 1
        safe.append(character)
    return "".join(safe)


def _decode_marked(source: Source, mark: bytes, name: str) -> Decoded:
    data = source.data[len(mark) :]
    remarks: tuple[Remark, ...] = ()
    try:
        text = data.decode(name)
    except UnicodeDecodeError as problem:
        at = problem.start + len(mark)
        remarks = (Remark(source.path, f"byte {at} is not {name.upper()}: shown as \ufffd"),)
        text = data.decode(name, "replace")
    if not text.strip():
        raise SourceError(source.path, "empty")
    return Decoded(clean(text), remarks)


def _decode_as(data: bytes, declared: str) -> str | None:
    name = declared.strip().lower()
    if not _DECLARABLE.fullmatch(name):
        return None
    try:
        return data.decode("cp1252" if name in _WEB_NAMES else name)
    except (LookupError, UnicodeDecodeError):
        return None


def _detected(data: bytes) -> tuple[str, str]:
    """The encoding to read with, and how it was found."""
    telling = _telling_lines(data)
    if telling.translate(None, _WESTERN).isascii():
        return "cp1252", "Western letters only"
    best = from_bytes(telling, cp_isolation=_DETECTABLE).best()
    if best is not None:
        try:
            data.decode(best.encoding)
        except UnicodeDecodeError:
            pass
        else:
            return best.encoding, "detected"
    return "cp1252", "nothing else fits"


def _telling_lines(data: bytes) -> bytes:
    """The first lines that hold more than ASCII: the others tell nothing of the encoding."""
    telling = bytearray()
    for line in io.BytesIO(data):
        if not line.isascii():
            telling += line
            if len(telling) >= _DETECTION_SAMPLE:
                break
    return bytes(telling[:_DETECTION_SAMPLE])
