"""Web addresses that may stand in a link."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_CHARACTERS = 2_000
_IMPOSSIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\"'<>\\^`{|}\ufffd\s]")


def web_address(text: str) -> str | None:
    """`text` without the white space around it if it is a whole http or https address, else None."""
    address = text.strip()
    if len(address) > _CHARACTERS or _IMPOSSIBLE.search(address):
        return None
    try:
        parts = urlsplit(address)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:  # brackets without an address in them, a port that is no number
        return None
    return address if usable and "@" not in parts.netloc else None


def is_front_page(address: str) -> bool:
    """Whether a web address names a whole site, so that it cannot tell one article from another."""
    parts = urlsplit(address)
    return parts.path in {"", "/"} and not parts.query
