"""A passage as the bytes an engine keeps, and back: an exact round trip.

The bytes are one line of JSON in UTF-8, an object for each value of `search.model` under the names of its fields, which
is what `msgspec` makes of them and reads back into the very types, checked (ADR 51).
"""

from __future__ import annotations

import msgspec

from search.model import Passage

_read = msgspec.json.Decoder(Passage).decode  # knows the types once, not for every line


def encode(passage: Passage) -> bytes:
    """The passage as one line of JSON, without the line's end. Raises `ValueError` for text that is no Unicode."""
    try:
        return msgspec.json.encode(passage)
    except UnicodeEncodeError as broken:
        msg = f"passage {passage.id!a} holds half of a surrogate pair and cannot be stored"
        raise ValueError(msg) from broken


def decode(line: bytes) -> Passage:
    """The passage that `encode` was given. Raises `ValueError` for other bytes."""
    try:
        return _read(line)
    except msgspec.MsgspecError as damage:
        msg = f"not a passage that was stored: {damage}"
        raise ValueError(msg) from damage
