"""Numbered documents that are cited: Party and State documents of Vietnam, of the UN and of the EU.

The type is in the code (KL, NQ, QD, CT, TB), whatever English word stands before it; a bare number is a document only
after such a word and "No.". Dates, fractions and ranges of years are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from search.extract.draft import Draft
from search.model import Kind, Mention, MentionKind, Passage, Span
from search.names import unaccented

_NOT_CITING = frozenset({Kind.BOILERPLATE, Kind.DATELINE, Kind.CREDIT})  # what stands there is the text's own number

_HYPHENS = "-\u2010-\u2014\u2212"
_HYPHEN = rf"[ \u00a0]?[{_HYPHENS}][ \u00a0]?"
_SLASH = r"[ \u00a0]?/[ \u00a0]?"
_TYPE = r"[A-ZĐ]{1,5}[a-zđ]{0,2}[A-Z]?"
_ISSUER = r"(?:[A-ZĐ]{2,10}\d{0,3}|TTg|[A-ZĐ]{1,6}[a-zđ]{1,2}[A-ZĐ]{0,6}|TƯ)"
_END = r"(?:(?![\w]|[-/][A-Za-z0-9])|(?=(?:of|on|by|in|and|dated|for|the|to|at)\b))"  # 117/NQ-CPof: glued
_N = r"\d{1,5}[a-z]?"

_NO = r"(?:Nos?\b\.?|NO\.|no\.|nos\.|numbers?|Nº|N°|№|số)\s?"
_CODE = (
    rf"(?:{_N}{_HYPHEN}{_TYPE}(?:{_SLASH}{_ISSUER}){{1,2}}"  # 21-KL/TW
    rf"|{_N}{_SLASH}(?:(?:19|20)\d\d{_SLASH})?{_TYPE}(?:{_HYPHEN}{_ISSUER}){{1,3}}"  # 218/NQ-CP, 15/2020/ND-CP
    rf"|\d{{1,4}}/(?:19|20)\d\d/(?:QH|UBTVQH|PL-UBTVQH|L-CTN)\d{{0,2}})"  # 38/2019/QH14
)
_VIETNAMESE = re.compile(rf"(?<![\w/-])(?<!\d[.,])(?P<code>{_CODE}){_END}")
# "No. 217, 218-QD/TW": the numbers before a code share what follows its number.
_SERIES = re.compile(
    rf"{_NO}(?P<numbers>{_N}(?:(?:,|\sand|,\sand|\s&|;)\s(?:{_NO})?{_N}){{0,8}})(?:,|\sand|,\sand|\s&|;)\s(?:{_NO})?$"
)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(_N)
_UN = re.compile(
    r"(?<![\w/.-])(?P<code>(?:A|S|E|T|ST|CAC|CERD|CCPR|CEDAW|CRC|CAT|CTOC|CBD|DP|FCCC|TD|HSP|UNEP)/"
    r"(?:(?:RES|DEC|PRST|PV|C\.\d|HRC|CN\.\d{1,2}|CONF\.\d{1,3}|COSP|CP|INF|ES-\d{1,2}|S-\d{1,2}|AC\.\d{1,3}|WG\.\d{1,3}"
    r"|BUR|SR|L|SC|SG|COP|DEC\.\d|(?:19|20)\d\d|\d{1,3})[/.]){1,5}(?:[A-Z]{1,4}\.)?\d{1,5}"
    r"(?:/(?:Rev|Add|Corr)\.\d{1,2}){0,2})(?!\w|/\w)"
)
_EU = re.compile(
    r"(?<![\w/.-])(?:(?P<code>(?:19|20)\d\d/\d{1,4}/(?:EC|EU|EEC|JHA|CFSP|Euratom))"
    r"|\((?:EU|EC|EEC)\)\s(?:No\.?\s)?(?P<regulation>\d{2,4}/\d{2,4}))(?![\w/])"
)
_TYPE_WORD = (
    r"(?:[Dd]irectives?|[Rr]esolutions?|[Cc]onclusions?|[Dd]ecisions?|[Rr]egulations?|[Dd]ecrees?(?:-[Ll]aws?)?"
    r"|[Cc]irculars?|[Nn]otices?"
    r"|[Aa]nnouncements?|[Ii]nstructions?|[Ii]nstrument|[Pp]lans?|[Pp]rogrammes?|[Pp]rograms?|[Pp]rojects?|[Ll]aws?"
    r"|[Aa]cts?|[Oo]rdinances?|[Oo]rders?|[Dd]ocuments?|[Rr]eports?|[Gg]uidelines?|[Gg]uidance|[Pp]roclamations?"
    r"|[Ss]ubmissions?|[Dd]ispatch(?:es)?|[Tt]elegrams?|[Pp]rotocols?|[Cc]onventions?|[Bb]ills?|[Ss]tatement"
    r"|Nghị quyết|Chỉ thị|Kết luận"
    r"|Quyết định|Quy định|Nghị định|Thông tư|Thông báo|Kế hoạch|Hướng dẫn|Luật|Công văn)"
)
# A number without a code is a document only after the name of a Party or State act: "Order No. 5" may be anything.
_ACT_WORD = (
    r"(?:[Dd]irectives?|[Rr]esolutions?|[Cc]onclusions?|[Dd]ecisions?|[Rr]egulations?|[Dd]ecrees?(?:-[Ll]aws?)?"
    r"|[Cc]irculars?|[Nn]otices?|[Aa]nnouncements?|[Ii]nstructions?|[Ll]aws?|[Oo]rdinances?|[Pp]roclamations?"
    r"|[Ee]xecutive [Oo]rders?|[Dd]ispatch(?:es)?|[Tt]elegrams?"
    r"|Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy định|Nghị định|Thông tư|Thông báo|Luật|Công văn)"
)
_BARE = re.compile(
    rf"(?<=\s){_NO}(?P<numbers>{_N}(?:/(?:19|20)\d\d)?(?:(?:,|\sand|,\sand)\s(?:{_NO})?{_N}(?:/(?:19|20)\d\d)?){{0,8}})"
    r"(?![\w%(]|[-‐–/.,:]\w|\s?[-–]\s?[A-ZĐ])"
)
# And without "No.": Directive 030 of the Political Bureau, Security Council resolution 2736; a year is no number.
_NUMBERED = re.compile(
    r"\b(?:(?:Directives?|Resolutions?|Conclusions?|Decisions?|Regulations?|Decrees?|Circulars?|Ordinances?)\s"
    r"(?P<act>(?!(?:19|20)\d\d\b)\d{2,5})|resolutions?\s(?P<un>(?!20[2-3]\d\b)[12]\d{3}|\d{2}/\d{1,3}))"
    r"(?![\w%(]|[-‐–/.,:]\w|\s?[-–]\s?[A-ZĐ]|\s(?:per\s?cent|percent|years?|days?|times))"
)
_NUMBERED_ACTS = ("irective", "esolution", "onclusion", "ecision", "egulation", "ecree", "ircular", "rdinance")
_NAMED = re.compile(rf"\b{_ACT_WORD}\s(?:\(\w{{1,8}}\)\s)?$")
_BARE_NUMBER = re.compile(rf"{_N}(?:/(?:19|20)\d\d)?")
_TYPES = frozenset(
    "KL NQ NQLT QD QDi QC CT TB TTr TT TTLT HD HDD KH BC CV ND PL L SL CTr CTHD DA CD BB PA QT TL GM QH UBTVQH".split()
)
_LETTERS = re.compile(r"[A-Z][A-Za-z]*")
_ANNOUNCED = re.compile(rf"(?:{_NO}|{_TYPE_WORD}\s)$")
_NAME = 40  # characters before "No." in which the type word stands
_HEAD = 120  # characters before a code in which the numbers that share its suffix stand
_NUMBER_MARKS = ("No", "NO.", "no.", "nos.", "number", "số", "№", "Nº", "N°")


def cited(draft: Draft) -> Draft:
    """Add the documents that each passage cites to its mentions."""
    return draft.with_passages(tuple(_with_documents(passage) for passage in draft.passages))


def _with_documents(passage: Passage) -> Passage:
    if passage.kind in _NOT_CITING:
        return passage
    found = documents_of(passage.text)
    return replace(passage, mentions=passage.mentions + found) if found else passage


def documents_of(text: str) -> tuple[Mention, ...]:
    """The documents cited in `text` in reading order, with canonical codes."""
    if not _DIGIT.search(text):
        return ()
    mentions = [*_coded(text), *_international(text)] if "/" in text else []
    if any(mark in text for mark in _NUMBER_MARKS):
        mentions += _bare(text, [mention.span for mention in mentions])
    if any(act in text for act in _NUMBERED_ACTS):
        mentions += _numbered(text, [mention.span for mention in mentions])
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def code_name(printed: str) -> str:
    """The canonical code: no diacritics, plain hyphens, no blanks; `08 - QĐi/TW` is 08-QDi/TW."""
    return re.sub(r"\s", "", re.sub(rf"[{_HYPHENS}]", "-", unaccented(printed)))


def _mention(name: str, text: str, start: int, end: int) -> Mention:
    return Mention(name, MentionKind.DOCUMENT, Span(start, end), text[start:end])


def _coded(text: str) -> Iterator[Mention]:
    for match in _VIETNAMESE.finditer(text):
        name = code_name(match["code"])
        head = text[max(0, match.start() - _HEAD) : match.start()]
        if not _is_code(name, head):
            continue
        series = _SERIES.search(head)
        if series:
            offset = match.start() - len(head) + series.start("numbers")
            own = _NUMBER.match(name)
            for number in _numbers(series["numbers"]):
                shared = name[own.end() :] if own else ""
                yield _mention(number.group() + shared, text, offset + number.start(), offset + number.end())
        yield _mention(name, text, match.start("code"), match.end("code"))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<![\w/-]){_BARE_NUMBER.pattern}(?![\w])", text)


def _is_code(name: str, head: str) -> bool:
    """Whether the type is a known one; other types need a number sign or a type word before them."""
    kinds = _LETTERS.findall(name)
    return any(kind in _TYPES for kind in kinds[:2]) or (len(kinds) > 1 and _ANNOUNCED.search(head) is not None)


def _international(text: str) -> Iterator[Mention]:
    for match in _UN.finditer(text):
        yield _mention(match["code"], text, *match.span("code"))
    for match in _EU.finditer(text):
        group = "code" if match["code"] else "regulation"
        yield _mention(match[group], text, *match.span(group))


def _numbered(text: str, taken: list[Span]) -> Iterator[Mention]:
    """Numbers directly after a type word."""
    for match in _NUMBERED.finditer(text):
        group = "act" if match["act"] else "un"
        span = Span(*match.span(group))
        if not any(span.overlaps(other) for other in taken):
            yield _mention(match[group], text, span.start, span.end)


def _bare(text: str, taken: list[Span]) -> Iterator[Mention]:
    """Numbers after a type word and "No." that no code follows."""
    for match in _BARE.finditer(text):
        if not _NAMED.search(text[max(0, match.start() - _NAME) : match.start()]):
            continue
        start = match.start("numbers")
        for number in _numbers(match["numbers"]):
            span = Span(start + number.start(), start + number.end())
            if not any(span.overlaps(other) for other in taken):
                yield _mention(number.group(), text, span.start, span.end)
