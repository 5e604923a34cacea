"""The authority file as extraction uses it: wholly right, or refused."""

from __future__ import annotations

from pathlib import Path

from search.authority.checking import checked
from search.authority.values import Authority
from search.errors import AuthorityError


def read_authority(path: Path) -> Authority:
    """The authority in the TOML file at `path`.

    Raises `AuthorityError`, with the line of the first problem and how many more there are.
    """
    try:
        data = path.read_bytes()
    except OSError as problem:
        msg = f"{path}: cannot be read: {problem.strerror}"
        raise AuthorityError(msg) from problem
    found = checked(data)
    if found.problems:
        first, more = found.problems[0], len(found.problems) - 1
        rest = f" (and {more} more: whosaid authority check {path})" if more else ""
        msg = f"{path}:{first}{rest}" if first.line else f"{path}: {first}{rest}"
        raise AuthorityError(msg)
    return found.authority
