"""Bytes to text: byte order mark, UTF-8, the encoding the file declares, detection, and at last Windows-1252.

Nothing is ever dropped: a byte that is no character becomes U+FFFD, and a guess is told to the operator.
"""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from search.errors import SourceError
from search.readers.characters import clean
from search.readers.source import Remark, Source
from search.readers.syllables import looks_vietnamese

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BINARY_SAMPLE = 8_192  # bytes looked at
_BINARY_SHARE = 0.01  # more controls than this and it is no text
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"

_WHOLE_FOR_EACH_BROKEN = 10  # characters beyond ASCII: no other encoding looks so much like UTF-8

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_OTHER_ALPHABET = re.compile("[\u0370-\u06ff]")  # Greek, Cyrillic, Hebrew, Arabic

# Names that pages use for real text encodings. Python knows more, but some of those are no encodings of text and some
# take quadratic time.
_DECLARABLE = re.compile(
    r"(?:utf-?8|(?:iso-?|x-)?8859-?\d{1,2}|latin-?1|us-ascii|ascii|windows-\d{3,4}|cp\d{3,4}"
    r"|koi8-[ru]|gb2312|gbk|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr)|shift[-_]jis|tis-620|macintosh)",
    re.IGNORECASE,
)
# On the web these mean Windows-1252.
_WEB_NAMES = frozenset({"us-ascii", "ascii", "latin1", "latin-1", "iso-8859-1", "iso8859-1", "8859-1"})
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


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in NFC, and what the operator should know of how it was found."""

    text: str
    remarks: tuple[Remark, ...] = ()


def decode(source: Source, declared: str | None = None) -> Decoded:
    """The text of a source; raises `SourceError` for one that is empty or no text at all."""
    mark, marked = _mark(source)
    if marked:
        text, at = _decode_marked(source.data[len(mark) :], marked)
        _refuse(source.path, text[:_BINARY_SAMPLE].encode())
        remark = None if at is None else f"byte {at + len(mark)} is not {marked.upper()}: shown as \ufffd"
    else:
        _refuse(source.path, source.data[:_BINARY_SAMPLE])
        text, remark = _decode_unmarked(source.data, declared)
    if not text.strip():
        raise SourceError(source.path, "empty")
    return Decoded(clean(text), () if remark is None else (Remark(source.path, remark),))


def utf8_of(source: Source) -> bytes:
    """The bytes of a source whose format is always UTF-8, without a byte order mark; raises as `decode` does.

    Bytes that are no UTF-8 stay: they are the problem of one record, not of the file.
    """
    mark, marked = _mark(source)
    data = source.data[len(mark) :]
    if marked and marked != "utf-8":
        data = _decode_marked(data, marked)[0].encode()
    _refuse(source.path, data[:_BINARY_SAMPLE])
    if not data.strip():
        raise SourceError(source.path, "empty")
    return data


def refuse_no_text(source: Source) -> None:
    """Raise `SourceError` for a source that is empty or no text at all, whatever its encoding turns out to be."""
    mark, marked = _mark(source)
    if marked in {None, "utf-8"}:
        _refuse(source.path, source.data[:_BINARY_SAMPLE])
    if not source.data[len(mark) :].strip():
        raise SourceError(source.path, "empty")


def _mark(source: Source) -> tuple[bytes, str | None]:
    """The byte order mark the source starts with, and the encoding it stands for."""
    for mark, name in _MARKS:
        if source.data.startswith(mark):
            return mark, name
    return b"", None


def _refuse(path: str, sample: bytes) -> None:
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > len(sample) * _BINARY_SHARE:
        raise SourceError(path, "binary: too many control characters for a text")


def _decode_marked(data: bytes, name: str) -> tuple[str, int | None]:
    """The text, and where the first byte stands that is none of it."""
    try:
        return data.decode(name), None
    except UnicodeDecodeError as problem:
        return data.decode(name, "replace"), problem.start


def _decode_unmarked(data: bytes, declared: str | None) -> tuple[str, str | None]:
    """The text, and what to say of its encoding if that is a guess."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as problem:
        at = problem.start
    halves = _with_halves(data)
    if halves is not None:
        return halves, f"byte {at} is half a character of UTF-16: pairs are put together"
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    whole = len(loose) - len(loose.encode("ascii", "ignore")) - broken
    if whole >= _WHOLE_FOR_EACH_BROKEN * broken:
        return loose, f"byte {at} is not UTF-8 as the rest is: shown as \ufffd"
    text = _decode_as(data, declared) if declared else None
    if text is not None:
        return text, None
    name, how = _detected(data)
    return data.decode(name, "replace"), f"byte {at} is not UTF-8: read as {name} ({how})"


def _with_halves(data: bytes) -> str | None:
    """UTF-8 but for surrogates written one by one, as some programs do; no other encoding looks like it."""
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


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
    if _fits(data, "cp1258") and looks_vietnamese(telling.decode("cp1258", "replace")):
        return "cp1258", "detected"
    best = from_bytes(telling, cp_isolation=_DETECTABLE).best()
    if best is not None and _fits(data, best.encoding) and not _mixed(telling.decode(best.encoding, "replace")):
        return best.encoding, "detected"
    return "cp1252", "nothing else fits"


def _fits(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _mixed(text: str) -> bool:
    """Whether most words in another alphabet have Latin letters too: nobody writes so, a wrong guess does."""
    foreign = [word for word in _WORD.findall(text) if _OTHER_ALPHABET.search(word)]
    return sum(_LATIN.search(word) is not None for word in foreign) > len(foreign) / 2


def _telling_lines(data: bytes) -> bytes:
    """The first lines that hold more than ASCII: the others tell nothing of the encoding."""
    telling = bytearray()
    for line in io.BytesIO(data):
        if not line.isascii():
            telling += line
            if len(telling) >= _DETECTION_SAMPLE:
                break
    return bytes(telling[:_DETECTION_SAMPLE])
