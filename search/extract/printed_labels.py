"""Labels as they are printed before what somebody says: "Mr. X:", "THE PRESIDENT:", "Jane Roe (Delft) (Lab):"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.extract.units import Reading

_BRACKETS = r"(?:\s?[(\[][^()\[\]]{1,80}[)\]]){0,3}"
CLOCK = r"[(\[]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?[)\]]?"  # a time stamp before a label
_COLON = re.compile(
    rf"(?P<before>(?:[-\u2013\u2014\u2022*]\s{{0,2}}|\d{{1,3}}\.\s{{1,2}}|{CLOCK}\s{{1,3}}(?:[-\u2013\u2014]\s)?)?[\"\u201c]?)"
    rf"(?P<words>(?:Hon\.?\s\([A-Z][a-z]{{1,4}}\.?\)\s)?[^\W\d_][^:;?!()\[\]\"\u201c\u201d\n]{{0,90}}?)(?P<brackets>{_BRACKETS})"
    rf"(?P<to>\s(?:to|asked)\sthe\s[^:.?!]{{3,80}})?\s?:(?=\s|[\"\u201c]|\Z)"
)
# A record of proceedings that has a full stop for the colon: "Ms. COLLINS. I yield the floor."
_STOP = re.compile(
    rf"(?P<before>)(?P<words>(?:Mr|Ms|Mrs|Miss|Dr|The)\.?\s[A-Z][A-Z'\u2019 -]{{2,40}}(?:\sof\s[A-Z]\w{{2,20}})?)"
    rf"(?P<brackets>{_BRACKETS})(?P<to>)\.(?=\s)"
)
_PRESIDING = re.compile(
    r"(?:(?:the|mr\.?|madam|mrs\.?|ms\.?|hon\.?)\s){0,2}(?:(?:acting|temporary|deputy|vice|presiding)[\s-]){0,2}"
    r"(?:speaker|officer|chair(?:man|woman|person)?|chairperson|president)"
)
_SMALL = frozenset(
    "of for the and in on at to by with hon hon. members member de del da van von der den bin al la le".split()
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{0,3}|hon)\.(?=\s|,|\Z)")
_LABEL_LONGEST = 420
_WORDS_MOST = 12
_ASKING = frozenset(
    "q question questions reporter reporters interviewer journalist journalists correspondent moderator pv host "
    "press media answer a audience reader voice caller".split()
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A label as printed: its words in lower case, where it ends in the text, and whether brackets belong to it."""

    words: str
    end: int
    bracketed: bool

    @property
    def described(self) -> bool:
        """Whether an office or an occupation stands behind the name: "Jane Roe, farmer"."""
        return "," in self.words

    @property
    def is_office(self) -> bool:
        """Whether the label is that of whoever presides: "The President", "Madam Speaker"."""
        return _PRESIDING.fullmatch(self.words) is not None


def printed_label(text: str) -> Printed | None:
    """The label that the repaired text of a passage begins with, whoever is meant."""
    match = (_COLON.match(text) if text.find(":", 0, _LABEL_LONGEST) > 0 else None) or _STOP.match(text)
    if match is None:
        return None
    words = match["words"].strip()
    if ". " in _ABBREVIATED.sub("", words + " "):
        return None
    name = words.partition(",")[0].replace("\u2014", " ").split()
    if len(words.split()) > _WORDS_MOST or any(part[0].islower() and part.lower() not in _SMALL for part in name):
        return None
    return Printed(words.casefold().strip(" .,"), match.end() - 1, bool(match["brackets"]))


def names_nobody(label: Printed) -> bool:
    """Whether the label is that of whoever asks: "Question", "Reporter"."""
    return is_asking(label.words)


def is_asking(words: str) -> bool:
    """Whether the words of a label, in small letters, only say that somebody asks or answers."""
    return words.split(maxsplit=1)[0].rstrip(".0123456789") in _ASKING


def unit_of_colon(reading: Reading, label: Printed) -> int | None:
    """The unit that ends the label."""
    starts = reading.line.starts
    return next((at for at, unit in enumerate(reading.units) if starts[unit.first] == label.end), None)
