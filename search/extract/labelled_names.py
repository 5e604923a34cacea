"""The names that labels of talk give, which are persons' whatever else the article shows of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from search.extract.cast import key_of
from search.extract.gazetteer import FIRST_FAMILY_NAMES, GIVEN_NAMES
from search.extract.initials import is_initials
from search.extract.printed_labels import Printed, names_nobody, printed_label, unit_of_colon
from search.extract.units import Reading

_LABELS_OF_TALK = 3  # in form, which make all others labels too
_LABEL_LONGEST = 5  # units


def labelled_names(labels: Iterable[tuple[Reading, Printed]], outlet: str | None, title: Reading) -> frozenset[str]:
    """The names in labels of talk: once with brackets or an honorific, else twice, or beside several of these.

    The label of the `outlet` that asks is nobody's; the one of the `title` tells whose speech is printed.
    """
    found: Counter[str] = Counter()
    formal = 0
    for reading, label in labels:
        colon = unit_of_colon(reading, label)
        if colon is None or names_nobody(label) or label.words == outlet:
            continue
        shown = label.bracketed or reading.line.labelled or reading.codes.find("H", 0, colon) >= 0
        formal += shown
        names = [unit.name for unit in reading.units[:colon] if unit.code in "NM" and unit.name]
        titled = reading is title and colon == 1 and _is_listed(reading)  # Xi Jinping: Speech at a meeting
        found.update({key_of(name): 1 + (shown or titled) for name in names})
    return frozenset(name for name, count in found.items() if count > 1 or formal >= _LABELS_OF_TALK)


def _is_listed(reading: Reading) -> bool:
    """Whether the line begins with a name that lists of given or family names know."""
    first = reading.line.plain[0]
    return reading.codes[0] == "N" or first in GIVEN_NAMES or first in FIRST_FAMILY_NAMES


def single_label(reading: Reading) -> str | None:
    """The one name of a label in capitals: "WALLACE:"."""
    label = printed_label(reading.line.text) if reading.line.labelled else None
    at = reading.codes.find("W:", 0, _LABEL_LONGEST) if label is not None and not names_nobody(label) else -1
    name = reading.units[at].name if at >= 0 else None
    return None if name is None or is_initials(name.lower()) else name
