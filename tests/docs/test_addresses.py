"""Addresses of the page that a document gives are answered."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from search import Archive, Settings
from webapp import create_app

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ADDRESS = re.compile(r"(?<!curl ')http://127\.0\.0\.1:8000(/[^\s>)`]*)?")
HEALTH = re.compile(r"`(/(?:healthz|readyz))`")


def addresses() -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in DOCUMENTS]
    return {found[1] or "/" for text in texts for pattern in (ADDRESS, HEALTH) for found in pattern.finditer(text)}


@pytest.mark.parametrize("address", sorted(addresses()))
def test_an_address_in_a_document_is_answered(address: str, readers_folder: Path) -> None:
    index = readers_folder / "index"
    client = create_app(Archive(index), replace(Settings.from_env(), index=index)).test_client()
    assert client.get(address).status_code == 200


def test_the_readme_leads_to_the_page() -> None:
    assert {"/", "/healthz", "/readyz"} < addresses()
