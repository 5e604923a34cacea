"""What looks like a person's name and is none: countries, an ordinary word after a title, a headline in capitals."""

from __future__ import annotations

from search.extract.countries import COUNTRIES
from search.extract.gazetteer import EPONYM_NOUNS, GIVEN_NAMES, SURNAMES
from search.extract.units import Reading
from search.names import name_key

_CONTESTS = frozenset({"universe", "world", "earth", "grand", "international", "cosmo"})  # Miss Universe
_HEADLINE_LEAST = 4  # words
_LONGEST_ALONE = 2
_ENDS = frozenset({"", ",", ".", ":", ";", "(", ")", "-", "&"})
_VERBS = (
    "say tell see call meet slam hit win vow reveal deny praise endorse beat burn blast pin promise stun tie wow visit "
    "speak urge warn ask announce claim respond apologise apologize defend apologise pick take make give get accuse "
    "attack back lead lose mock open join plan push quit resign return seek sign stand start stop talk think turn want "
    "want worry write address attend chair receive send host greet hail lay launch pay present propose reject stress "
    "thank welcome score hammer rampage compare aim condemn go do leave hold show name face fire help"
).split()
_TOLD = frozenset(form for verb in _VERBS for form in (f"{verb}s", f"{verb}es")) | {
    *"will would can could should is are was were has had does did says denies ties isn't can't just".split()
}
_SMALL = frozenset(
    "a an the and or but nor of in on at by for from to with as over into after amid about against up off out down is "
    "s t not if than that his her its it v vs via per de van von der bin al".split()
)


def is_country(name: str) -> bool:
    """Whether a name is a country's, or a row of nothing but countries and initials: El Salvador, Mali Morocco."""
    key = name_key(name)
    parts = [part for part in key.split() if len(part.rstrip(".")) > 1]
    return key in COUNTRIES or (bool(parts) and all(part in COUNTRIES for part in parts))


def is_ordinary_after_title(reading: Reading, at: int, lower: frozenset[str]) -> bool:
    """Whether one word after a title is no name: Student Support, Justice Bill, Miss Universe.

    `lower` are the words that the article also writes with a small letter.
    """
    line, units = reading.line, reading.units
    word, before = line.plain[units[at].first], line.plain[units[at - 1].last - 1]
    if reading.codes[at - 1] == "H":
        return (before == "miss" and word in _CONTESTS) or (before == "justice" and word in EPONYM_NOUNS)
    return word in lower and word not in GIVEN_NAMES and word not in SURNAMES


def before_headline_verb(reading: Reading, at: int, name: str) -> str | None:
    """A name without what a headline in capitals prints after it: Jane Roe, of Jane Roe Hammers Ports.

    None where no name is left: Roe Says, Gold Star Mom Corners Roe.
    """
    if reading.codes[at] != "M" or not _is_headline(reading):
        return name
    parts = name.split()
    told = next((here for here, part in enumerate(parts) if here and part.lower() in _TOLD), None)
    if told is not None:
        return " ".join(parts[:told]) if told > 1 and parts[0].lower() in GIVEN_NAMES else None
    whole = sum(len(part.rstrip(".")) > 1 for part in parts) <= _LONGEST_ALONE
    return name if whole or reading.codes[at + 1 : at + 2] in _ENDS else None


def _is_headline(reading: Reading) -> bool:
    """Whether a line prints all words but the smallest with capitals, though not in capitals throughout."""
    line = reading.line
    words = [(word, plain) for word, plain in zip(line.words, line.plain, strict=True) if word.isalpha()]
    return (
        len(words) >= _HEADLINE_LEAST
        and all(word[0].isupper() or plain in _SMALL for word, plain in words)
        and not all(word.isupper() for word, _ in words)
    )
