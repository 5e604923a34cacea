"""Which label of an interview is the outlet's: "Der Bote: And who pays?" asks, and is no person's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from search.extract.gazetteer import GIVEN_NAMES, SURNAMES
from search.extract.printed_labels import Printed, is_asking
from search.extract.questions import asks
from search.extract.units import Reading

_AGAIN = 2  # labels, of which half ask
_SHORT = 6  # letters of an outlet's initials: VNA, TASS


def outlet_label(labels: Iterable[tuple[Reading, Printed]]) -> str | None:
    """The words of the only label that mostly asks and that nothing shows to be a person's."""
    labelled: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    persons: set[str] = set()
    for reading, label in labels:
        if is_asking(label.words):
            continue
        labelled[label.words] += 1
        asked[label.words] += asks(reading.line.text)
        if label.bracketed or reading.codes.startswith(("H", "R")) or _is_personal(reading, label.words):
            persons.add(label.words)
    found = [
        words
        for words, count in labelled.items()
        if count >= _AGAIN and asked[words] * 2 >= count and words not in persons
    ]
    return found[0] if len(found) == 1 and len(labelled) > 1 else None


def _is_personal(reading: Reading, words: str) -> bool:
    """Whether a label looks like a name: it begins with a given or family name, or is one name in capitals."""
    parts = words.split()
    if len(parts) == 1:
        return reading.line.labelled and len(words) > _SHORT
    return parts[0] in GIVEN_NAMES or parts[0] in SURNAMES
