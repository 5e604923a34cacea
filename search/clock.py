"""The time of day, for what is written down with its time. Nothing that reads, extracts or searches may ask for it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This second, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)
