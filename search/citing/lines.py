"""Text for formats in which a line or a control character means something."""

from __future__ import annotations

import re

# Controls, halves of surrogate pairs and non-characters: XML forbids most of them even where they are escaped.
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text on one line: runs of white space as one space, and U+FFFD for what is no character."""
    return _NO_TEXT.sub("\ufffd", " ".join(text.split()))
