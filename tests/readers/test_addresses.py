"""Only whole web addresses may stand in a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.readers.addresses import is_front_page, web_address


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1#c", "http://example.org:8080/", "https://vi.example.org/đ"]
)
def test_a_whole_address_is_kept_as_stated(address: str) -> None:
    assert web_address(f" {address}\n") == address


@pytest.mark.parametrize(
    "address",
    [
        *("", "/news/1.html", "example.org", "//example.org/a", "http://", "http:///a", "javascript:alert(1)"),
        *("data:text/html,x", "ftp://example.org/a", "file:///etc/passwd", "https://user@example.org/", "http://[::1/"),
        *("https://example.org:port/", "https://example.org/a b", 'https://example.org/"x', "https://example.org/<x>"),
        *("https://example.org\\@evil.org/", "https://example.org/\u00a0x", "https://example.org/" + "a" * 2000),
    ],
)
def test_anything_else_is_none(address: str) -> None:
    assert web_address(address) is None


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    for address in (web_address(text), web_address(f"http://{text}")):
        assert address is None or address.startswith(("http://", "https://"))


def test_the_front_page_of_a_site_is_told_from_its_articles() -> None:
    assert is_front_page("https://example.org")
    assert is_front_page("https://example.org/#top")
    assert not is_front_page("https://example.org/a")
    assert not is_front_page("https://example.org/?id=5")
