"""What templates may do to a value: mark words, write a day, write a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import day_in_words
from webapp.marking import marked

if TYPE_CHECKING:
    from flask import Flask


def count(number: int) -> str:
    """A number with thin groups of three: 1 204 is written 1,204."""
    return f"{number:,}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count(number)} {one if number == 1 else many}"


def register(app: Flask) -> None:
    """Make the filters known to the templates of `app`."""
    app.jinja_env.filters.update(marked=marked, day=day_in_words, count=count, counted=counted)
