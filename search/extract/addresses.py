"""Lines by which a speech or a letter addresses its hearers: "Dear delegates,", "Ladies and gentlemen:"."""

from __future__ import annotations

import re

from search.model import Kind, Passage

_ADDRESSED_WITH_A_COLON = re.compile(
    r"(?:(?:my |our |all |the )?(?:dear|esteemed|distinguished|respected|beloved|honou?rable|ladies and gentlemen"
    r"|comrades|compatriots|fellow|friends|colleagues|brothers and sisters|compa[n\u00f1]er[oa]s)\b[^.?!:]{0,160}):",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"[\"\u201c]?(?:(?:my |our |all |the )?(?:dear|esteemed|distinguished|respected|beloved|honou?rable|excellenc\w+"
    r"|your (?:excellenc|majest|highness)\w+|ladies and gentlemen|comrades|compatriots|fellow|friends|colleagues"
    r"|delegates|brothers and sisters|citizens|members of|(?:mr|mrs|ms|madam)\.? [a-z]+)\b[^.?!:]{0,160})[,!]",
    re.IGNORECASE,
)
_ADDRESS_LONGEST = 200


def is_addressed(passage: Passage) -> bool:
    """Whether the passage only addresses the hearers: "Dear delegates,"."""
    text = passage.text.strip()
    if passage.kind is Kind.TITLE or len(text) > _ADDRESS_LONGEST:
        return False
    return any(shape.fullmatch(text) is not None for shape in (_ADDRESSED, _ADDRESSED_WITH_A_COLON))
