"""Settings: what the environment may change. This is the only place that reads it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from search.errors import ConfigError
from search.limits import SEARCH_SECONDS, SEARCH_SECONDS_MOST

HIGHEST_PORT = 65_535
MOST_SEARCHES = 64
LOGS = ("errors", "requests", "queries")
_DIGITS = 6


class Variable(NamedTuple):
    """A row of the table of environment variables; `default` as a person would type it."""

    name: str
    default: str
    meaning: str


VARIABLES: tuple[Variable, ...] = (
    Variable("WHOSAID_INDEX", "index", "Folder of the index."),
    Variable(
        "WHOSAID_LEDGER", "", "File that remembers every passage published; empty is `ledger.sqlite3` in the index."
    ),
    Variable("WHOSAID_KEEP_TEXTS", "0", "1 lets the ledger keep the text of what is gone, and the page show it."),
    Variable("WHOSAID_HOST", "127.0.0.1", "Address the page is served on."),
    Variable("PORT", "8000", "Port the page is served on; 0 takes a free one."),
    Variable("WHOSAID_SEARCHES", "", "Requests worked on at the same time; empty is one for each core."),
    Variable("WHOSAID_SEARCH_SECONDS", str(SEARCH_SECONDS), "After so long a search answers with what it has."),
    Variable("WHOSAID_TRUSTED_HOSTS", "", "Host names the site answers to, separated by commas; empty is any."),
    Variable("WHOSAID_BASE_URL", "", "Public address of the site, used where a link must be absolute."),
    Variable("WHOSAID_PROXIES", "0", "How many reverse proxies in front may state the caller's address and scheme."),
    Variable("WHOSAID_LOG", "errors", "What is written to standard error: errors, requests too, or queries too."),
    Variable("HTMX_JS", "", "Another htmx.min.js to serve instead of the installed one."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """One value per row of `VARIABLES`; a command-line option overrides it by `dataclasses.replace`."""

    index: Path = Path("index")
    ledger: Path | None = None
    keep_texts: bool = False
    host: str = "127.0.0.1"
    port: int = 8000
    searches: int = 2
    search_seconds: float = SEARCH_SECONDS
    trusted_hosts: tuple[str, ...] = ()
    base_url: str | None = None
    proxies: int = 0
    log: str = "errors"
    htmx_js: Path | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Read the environment; what is not set has its default. Raises `ConfigError` naming the variable."""
        stated = {row.name: environ.get(row.name, "").strip() or row.default for row in VARIABLES}
        return cls(
            index=Path(stated["WHOSAID_INDEX"]),
            ledger=Path(stated["WHOSAID_LEDGER"]) if stated["WHOSAID_LEDGER"] else None,
            keep_texts=bool(_number("WHOSAID_KEEP_TEXTS", stated["WHOSAID_KEEP_TEXTS"], 0, 1)),
            host=stated["WHOSAID_HOST"],
            port=_number("PORT", stated["PORT"], 0, HIGHEST_PORT),
            searches=_number("WHOSAID_SEARCHES", stated["WHOSAID_SEARCHES"] or _cores(), 1, MOST_SEARCHES),
            search_seconds=_seconds("WHOSAID_SEARCH_SECONDS", stated["WHOSAID_SEARCH_SECONDS"]),
            trusted_hosts=tuple(filter(None, (host.strip() for host in stated["WHOSAID_TRUSTED_HOSTS"].split(",")))),
            base_url=_address("WHOSAID_BASE_URL", stated["WHOSAID_BASE_URL"]),
            proxies=_number("WHOSAID_PROXIES", stated["WHOSAID_PROXIES"], 0, 9),
            log=_one_of("WHOSAID_LOG", stated["WHOSAID_LOG"], LOGS),
            htmx_js=_file("HTMX_JS", stated["HTMX_JS"]),
        )


def _number(name: str, text: str, lowest: int, highest: int) -> int:
    if len(text) <= _DIGITS and text.isascii() and text.isdigit() and lowest <= int(text) <= highest:
        return int(text)
    msg = f"{name}={text!r} cannot be used: give a whole number from {lowest} to {highest}"
    raise ConfigError(msg)


def _cores() -> str:
    return str(min(MOST_SEARCHES, len(os.sched_getaffinity(0))))


def _one_of(name: str, text: str, choices: tuple[str, ...]) -> str:
    if text in choices:
        return text
    msg = f"{name}={text!r} cannot be used: give one of {', '.join(choices)}"
    raise ConfigError(msg)


def _seconds(name: str, text: str) -> float:
    whole, _, part = text.partition(".")
    if len(text) <= _DIGITS and (whole + part).isascii() and (whole + part).isdigit():
        seconds = float(text)
        if 0 < seconds <= SEARCH_SECONDS_MOST:
            return seconds
    msg = f"{name}={text!r} cannot be used: give seconds above 0 and up to {SEARCH_SECONDS_MOST}, such as 0.8"
    raise ConfigError(msg)


def _address(name: str, text: str) -> str | None:
    if not text:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        msg = f"{name}={text!r} cannot be used: give an address such as https://archive.example.org"
        raise ConfigError(msg)
    return text.rstrip("/")


def _file(name: str, text: str) -> Path | None:
    if not text:
        return None
    path = Path(text)
    if not path.is_file():
        msg = f"{name}={text!r} cannot be used: there is no such file"
        raise ConfigError(msg)
    return path
