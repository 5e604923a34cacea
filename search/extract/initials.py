"""Labels of talk that are somebody's initials: "DFR: It is one of them." where Delia Ferreira Rubio is interviewed."""

from __future__ import annotations

from collections.abc import Iterable

from search.extract.gazetteer import SURNAMES
from search.extract.printed_labels import Printed
from search.extract.units import Reading

_VOWELS = frozenset("aeiouy")
_LONGEST = 4  # letters
_NEVER_A_NAME = 2  # letters, or fewer


def is_initials(words: str) -> bool:
    """Whether a label of one word in small letters has the look of initials and not of a name: MC, DFR; not LEE."""
    short = words.isalpha() and len(words) <= _LONGEST and words not in SURNAMES
    return short and (len(words) <= _NEVER_A_NAME or _VOWELS.isdisjoint(words))


def named_by_initials(labels: Iterable[tuple[Reading, Printed]], names: Iterable[str]) -> dict[str, str]:
    """The labels in capitals, in small letters, that are the initials of just one of the `names`, which is given."""
    short = {label.words for reading, label in labels if reading.line.labelled and 1 < len(label.words) <= _LONGEST}
    found: dict[str, set[str]] = {}
    for name in names if short else ():
        letters = "".join([part[0] for part in name.replace("-", " ").split() if part[0].isupper()]).lower()
        if letters in short:
            found.setdefault(letters, set()).add(name)
    return {label: next(iter(full)) for label, full in found.items() if len(full) == 1}
