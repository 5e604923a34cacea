"""What an article says of itself: title, outlet and place. What the source stated outranks all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from search.extract.date_lines import outlet_of_line
from search.extract.datelines import CITIES, Dateline, dateline_of, place_name, place_prefix
from search.extract.days import days_of
from search.extract.draft import Draft
from search.extract.gazetteer import PROVINCE_SPELLINGS, PROVINCES
from search.extract.sentences import sentences_of
from search.model import Kind, Passage

_TITLE_CHARACTERS = 140
_SHORTEST_TITLE = 30
_SOURCE = re.compile(r"(?:news\s)?(?:source|sources|nguồn|credits?)\s{0,2}:\s{0,2}(?P<name>\S.{0,250})", re.IGNORECASE)
_SITE = re.compile(r"(?:https?://)?(?:[\w-]{1,60}\.){1,4}[a-z]{2,10}(?:[/?#]\S{0,250})?", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"(?:[—–-]{1,2}\s?|\()?(?P<name>[A-Z]{2,8}(?:/[A-Z]{2,8}){0,2}|[A-Z][a-z]+Plus|Xinhua|Reuters)\)?\.?"
)
_BODY_SIGN_OFF = re.compile(r"[.”\"/]\s{0,3}(?:[—–]{1,2}|--)\s?(?P<name>[A-Z]{2,8}(?:/[A-Z]{2,8}){0,2})\.?$")
_OPENING_TIME = re.compile(
    r"(?:(?:On|In)\s(?:the\s)?(?:morning|afternoon|evening|night|same day)(?:\sof)?\s?|On\s"
    r"|This\s(?:morning|afternoon|evening))"
)
_PLACES = "|".join(sorted({*PROVINCES, *PROVINCE_SPELLINGS, *CITIES}, key=lambda name: (-len(name), name)))
_HELD_IN = re.compile(
    rf"\b(?:in|at)\s(?P<place>{_PLACES}|Hà Nội)\b(?!\s(?:bridge|connecting|point|province's|Party|People|City Party))"
)
_OCCASION = re.compile(
    r"\b(?:held|took place|opened|convened|hosted|organi[sz]ed|met|chaired|presided|wrapped up|concluded|kicked off"
    r"|conference|meeting|session|ceremony|summit|forum|congress|seminar|talks|ballot)\b"
)
_NO_END = frozenset("a an and as at by for from in its of on online or that the their to who which with".split())
_WHO_SAID = re.compile(
    r",\s[^,]{3,80}\s(?:has\s|have\s)?(?:said|reiterated|stressed|emphasi[sz]ed|urged|affirmed|announced|declared|warned)$"
)
_OUTLET_WORDS = 5
_TAIL = 40  # characters in which a sign-off stands
_LEADS = 3  # body passages in which the place of the event is looked for


def described(draft: Draft) -> Draft:
    """The draft with title, outlet and place of its article, as far as they are known."""
    info = draft.info
    body = [p for p in draft.passages if p.kind is Kind.BODY]
    datelines = [line for p in draft.passages if p.kind in (Kind.DATELINE, Kind.BODY) and (line := dateline_of(p.text))]
    return draft.with_info(
        replace(
            info,
            title=info.title or _title(draft.passages, body),
            outlet=info.outlet or _outlet(draft, datelines),
            place=info.place or _place(draft.passages, body, datelines),
        )
    )


def _title(passages: tuple[Passage, ...], body: list[Passage]) -> str | None:
    """The printed headline without a final full stop; for want of one, the first sentence cut to its core."""
    printed = next((p.text for p in passages if p.kind is Kind.TITLE), None)
    if printed is not None:
        return _one_line(printed).removesuffix(".")
    return _lead_title(body[0].text) if body else None


def _lead_title(text: str) -> str | None:
    text = _one_line(text)
    dateline = dateline_of(text)
    text = text[dateline.end :].lstrip(" -–—") if dateline else text
    spans = sentences_of(text)
    if not spans:
        return None
    title = _without_opening(spans[0].of(text)).rstrip(".…/ ")
    title = _shortened(_WHO_SAID.sub("", title)).removeprefix("The ").removeprefix("the ")
    return title[:1].upper() + title[1:] or None


def _without_opening(sentence: str) -> str:
    """The sentence without "On the morning of DAY, in PLACE, " before its subject."""
    opening = _OPENING_TIME.match(sentence)
    if opening is None:
        return sentence
    days = days_of(sentence[: opening.end() + 40])
    rest = sentence[days[0].span.end if days else opening.end() :].lstrip(" ,")
    place = _HELD_IN.match(rest)
    if place is None and rest.startswith("in "):
        comma = rest.find(",", 0, 60)
        return rest[comma + 1 :].strip() if comma >= 0 else rest
    return rest[place.end() :].lstrip(" ,") if place else rest


def _shortened(title: str) -> str:
    """The title up to a comma, else to a word, where it is longer than a title is."""
    if len(title) <= _TITLE_CHARACTERS:
        return title
    for mark in (";", ",", " - ", " ("):
        cut = title.rfind(mark, _SHORTEST_TITLE, _TITLE_CHARACTERS)
        if cut > 0:
            return title[:cut]
    words = title[:_TITLE_CHARACTERS].rsplit(" ", 1)[0].split(" ")
    while len(words) > 1 and words[-1].lower() in _NO_END:
        words.pop()
    return " ".join(words)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _outlet(draft: Draft, datelines: list[Dateline]) -> str | None:
    """The agency of a dateline, else the site of the source line, else the agency that signs or heads the text.

    A record that states its speaker is a speech, no report: the sources and brackets in it are the speaker's own.
    """
    if draft.article.speaker or draft.article.organisation:
        return None
    found = next((line.agency for line in datelines if line.agency), None)
    return found or next(_credited(draft.passages), None) or next(_signed(draft.passages), None)


def _credited(passages: tuple[Passage, ...]) -> Iterator[str]:
    for passage in passages:
        match = _SOURCE.fullmatch(passage.text) if passage.kind is Kind.CREDIT else None
        if match:
            name = match["name"].strip(" .")
            if len(name.split()) > _OUTLET_WORDS:  # a source of figures, not the paper
                continue
            yield _host(name) if _SITE.fullmatch(name) else name


def _host(address: str) -> str:
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:  # a bracket without its partner
        return address
    return (
        (host or address).removeprefix("www.") if address.islower() or "//" in address else address.removeprefix("www.")
    )


def _signed(passages: tuple[Passage, ...]) -> Iterator[str]:
    for passage in reversed(passages):
        match = None
        if passage.kind is Kind.CREDIT:
            match = _SIGN_OFF.fullmatch(passage.text)
        elif passage.kind is Kind.BODY:
            match = _BODY_SIGN_OFF.search(passage.text[-_TAIL:])
        if match:
            yield match["name"]
    for passage in passages:
        if passage.kind in (Kind.BOILERPLATE, Kind.DATELINE) and (name := outlet_of_line(passage.text)):
            yield name


def _place(passages: tuple[Passage, ...], body: list[Passage], datelines: list[Dateline]) -> str | None:
    """The place of the dateline, else the province before the title's colon, else where the lead says it was held."""
    for line in datelines:
        if line.place:
            return line.place
    title = next((p.text for p in passages if p.kind is Kind.TITLE), "")
    return place_prefix(title) or next((place_name(m["place"]) for p in body[:_LEADS] if (m := _held_in(p.text))), None)


def _held_in(text: str) -> re.Match[str] | None:
    for span in sentences_of(text)[:2]:
        sentence = span.of(text)
        if _OCCASION.search(sentence) and (match := _HELD_IN.search(sentence)):
            return match
    return None
