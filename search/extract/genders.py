"""Whether an honorific or a name shows a woman or a man, for "he" and "she"."""

from __future__ import annotations

from search.extract.gazetteer import FEMALE_NAMES, GIVEN_NAMES, GIVEN_TO_BOTH, SURNAMES
from search.extract.lexicon import FEMALE_HONORIFICS, MALE_HONORIFICS
from search.extract.units import Reading


def gender_told(reading: Reading, at: int) -> bool | None:
    """Whether an honorific or the name shows a woman; None where nothing does."""
    unit = reading.units[at]
    if reading.codes[at - 1 : at] == "H":
        honorific = reading.line.plain[reading.units[at - 1].first]
        if honorific in FEMALE_HONORIFICS | MALE_HONORIFICS:
            return honorific in FEMALE_HONORIFICS
    parts = (unit.name or "").lower().split()
    if "thi" in parts[1:-1]:  # the middle name of women
        return True
    if unit.code == "N" and parts[:1] and parts[0] in SURNAMES:
        return False if "van" in parts[1:-1] else None
    if unit.code == "W" or not parts or parts[0] not in GIVEN_NAMES or parts[0] in GIVEN_TO_BOTH:
        return None
    return parts[0] in FEMALE_NAMES
