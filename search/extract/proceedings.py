"""What stands between the turns of minutes and is nobody's words: votes, adjournments, remarks, signatures."""

from __future__ import annotations

import re

from search.model import Passage

# What minutes say of the proceedings themselves: nobody's words, and the end of a turn.
_PROCEEDINGS = re.compile(
    r"\(?(?:(?:the )?(?:[a-z-]+ ){0,2}(?:question|motion|amendment|bill|clauses?|schedule|title|preamble|resolution"
    r"|debate|house|assembly|committee|council|sitting|senate|chamber|meeting|adjournment|briefing|vote|draft|agenda|item|interview)s?\b[^.?!]{0,80}"
    r"\b(?:put|agreed|negatived|carried|read|adjourned|resumed|suspended|divided|proposed|ordered|reported|withdrawn"
    r"|lost|seconded|rose|concluded|ended|adopted|taken)\b|(?:ayes|noes)\b|it was so (?:decided|agreed|ordered)"
    r"|(?:the|this) (?:interview|conversation|transcript|discussion) (?:was|has been|took place)\b)"
    r"[^.?!]{0,100}[.]?\)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d(?: ?[ap]\.?m\b\.?)?")
_REMARK = re.compile(
    r"(?i:(?:editor['\u2019]?s |translator['\u2019]?s )?notes?|sources?|corrections?):.{1,400}"
    r"|[\"\u201c]?[\[(][^\])]{1,80}[\])][.]?[\"\u201d]?"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?"
)
# What several people call out: nobody's words, in the middle of a turn.
_CROWD = re.compile(
    r"(?:(?:some|several|an?|many|other|opposition|government|hon(?:ou?rable|\.)?|the) ){0,3}(?:members?|senators?"
    r"|deputies|delegates|voices|peers|lords)\b(?: of [\w ]{3,40})?(?::| rose| interject)",
    re.IGNORECASE,
)
_NO_SENTENCE = re.compile(r"[^.?!:;\"\u201d\u2019)\]]{1,80}(?:\([^)]{1,60}\))?")  # a signature: no stop at its end


def is_proceeding(text: str) -> bool:
    """Whether a passage tells what became of a motion, or is only a signature: a turn ends with it."""
    text = _CLOCK.sub("", text).strip()
    return _PROCEEDINGS.fullmatch(text) is not None or _NO_SENTENCE.fullmatch(text) is not None


def is_remark(passage: Passage) -> bool:
    """Whether the passage is a remark, "[Laughter]", or called out by many: nobody's words, in the middle of a turn."""
    text = passage.text.strip()
    return _REMARK.fullmatch(text) is not None or _CROWD.match(text) is not None
