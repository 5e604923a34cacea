"""Who is the host and who the guest, where an article tells of a visit: "Welcoming the guest, X …", "X received Y"."""

from __future__ import annotations

from collections.abc import Iterator

from search.extract.units import Reading

_WELCOMING = frozenset({"welcoming", "receiving", "greeting", "hosting"})
_RECEIVED = frozenset({"received", "receives", "hosted", "hosts", "welcomed", "welcomes", "greeted"})
_VISITING = _WELCOMING | _RECEIVED
_OPENING = 14  # units of "Welcoming the guest on his first visit to …,"
_BETWEEN = 8  # units between the verb and the guest's name
_TITLE_WITHIN = 3  # units between the verb and "the Lao official"
_STOPS = frozenset(".;:VGQrT")


def hosts_and_guests(reading: Reading) -> Iterator[tuple[int, str]]:
    """The units of names, each with "host" or "guest"."""
    if _VISITING.isdisjoint(reading.line.plain):
        return
    for begin, end in reading.sentences:
        if reading.line.plain[reading.units[begin].first] in _WELCOMING:
            host = _subject_after_comma(reading, begin, end)
            if host is not None:
                yield host, "host"
            continue
        for at in range(begin + 1, end):
            if reading.line.plain[reading.units[at].first] in _RECEIVED:
                host, guest = _name_before(reading, at, begin), _name_after(reading, at, end)
                if host is not None and guest is not None:
                    yield guest, "guest"
                if host is not None and (guest is not None or "R" in reading.codes[at + 1 : at + _TITLE_WITHIN]):
                    yield host, "host"
                break


def _subject_after_comma(reading: Reading, begin: int, end: int) -> int | None:
    comma = reading.codes.find(",", begin, min(end, begin + _OPENING))
    if comma < 0:
        return None
    here = comma + 1
    while here < end and reading.codes[here] in "RHa":
        here += 1
    return here if here < end and reading.codes[here] in "NMW" else None


def _name_before(reading: Reading, at: int, begin: int) -> int | None:
    here = at - 1
    while here > begin and reading.codes[here] == "A":
        here -= 1
    return here if reading.codes[here] in "NMW" else None


def _name_after(reading: Reading, at: int, end: int) -> int | None:
    for here in range(at + 1, min(end, at + _BETWEEN)):
        if reading.codes[here] in "NM":
            return here
        if reading.codes[here] in _STOPS:
            return None
    return None
