"""Settings come from the environment, and what cannot be used is named with what can."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.config import VARIABLES, Settings
from search.errors import ConfigError


def test_an_empty_environment_gives_the_defaults_of_the_table() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings.from_env({row.name: row.default for row in VARIABLES}) == Settings()


def test_every_variable_is_read(tmp_path: Path) -> None:
    htmx = tmp_path / "htmx.js"
    htmx.write_text("")
    settings = Settings.from_env(
        {
            "WHOSAID_INDEX": "/var/lib/whosaid",
            "WHOSAID_LEDGER": "/var/lib/ledger.sqlite3",
            "WHOSAID_KEEP_TEXTS": "1",
            "WHOSAID_HOST": "::1",
            "PORT": "0",
            "WHOSAID_SEARCHES": "8",
            "WHOSAID_SEARCH_SECONDS": "2.5",
            "WHOSAID_TRUSTED_HOSTS": " a.example , b.example,, ",
            "WHOSAID_BASE_URL": "https://a.example/archive/",
            "WHOSAID_PROXIES": "1",
            "HTMX_JS": str(htmx),
        }
    )
    assert settings == Settings(
        index=Path("/var/lib/whosaid"),
        ledger=Path("/var/lib/ledger.sqlite3"),
        keep_texts=True,
        host="::1",
        port=0,
        searches=8,
        search_seconds=2.5,
        trusted_hosts=("a.example", "b.example"),
        base_url="https://a.example/archive",
        proxies=1,
        htmx_js=htmx,
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PORT", "http"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "8" * 5000),
        ("PORT", "\uff18\uff10"),
        ("WHOSAID_KEEP_TEXTS", "yes"),
        ("WHOSAID_SEARCHES", "0"),
        ("WHOSAID_LOG", "all"),
        ("WHOSAID_SEARCH_SECONDS", "0"),
        ("WHOSAID_SEARCH_SECONDS", "601"),
        ("WHOSAID_SEARCH_SECONDS", "1e9"),
        ("WHOSAID_SEARCH_SECONDS", "-1"),
        ("WHOSAID_SEARCH_SECONDS", "."),
        ("WHOSAID_PROXIES", "10"),
        ("WHOSAID_BASE_URL", "a.example"),
        ("WHOSAID_BASE_URL", "javascript:alert(1)"),
        ("WHOSAID_BASE_URL", "https://a.example/?q"),
        ("WHOSAID_BASE_URL", "http://["),
        ("HTMX_JS", "/no/such/file.js"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, text: str) -> None:
    with pytest.raises(ConfigError, match=f"^{name}="):
        Settings.from_env({name: text})
