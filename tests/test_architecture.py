"""The import table, the cages of foreign packages and the habits of the house, read from the source itself."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(path for top in ("search", "webapp") for path in (ROOT / top).rglob("*.py"))
BUDGETED = sorted(
    {*SOURCES, *(path for kind in ("html", "css", "js") for path in (ROOT / "webapp").rglob(f"*.{kind}"))}
)

AREAS = {path.stem for path in (ROOT / "search").iterdir()} - {"__init__"}

TYPES = {"errors", "model", "limits", "names"}
QUESTION = {"query", "tree", "results", "fields", "deadline"}
LANGUAGE = {"analysis", "syntax", "highlight", "facets"}

# What of ours an area may import besides itself. An area is a module or a package that stands directly in search/.
# Areas that are not in this table (the indexer, the archive, the commands) put the others together.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "limits": set(),
    "model": set(),
    "tree": set(),
    "deadline": set(),
    "identity": set(),
    "known": set(),
    "names": set(),
    "calendar_words": {"model"},
    "citing": {"model", "calendar_words"},
    "clock": set(),
    "query": {"limits"},
    "results": {"model", "query"},
    "fields": {"model"},
    "config": {"errors", "limits"},
    "analysis": {"model", "limits", "known"},
    "syntax": {"errors", "limits", "model", "query", "tree", "results", "analysis"},
    "highlight": {"model", "tree", "analysis"},
    "facets": QUESTION | {"model", "errors"},
    "advice": QUESTION | LANGUAGE | {"model", "limits", "engines.base"},
    "manifest": TYPES | {"fields", "identity"},
    "ledger": TYPES | {"identity", "known"},
    "readers": TYPES | {"identity"},
    "sources": TYPES | {"readers", "identity"},
    "authority": TYPES,
    "extract": TYPES | {"authority", "identity", "known"},
    "engines": TYPES | QUESTION | LANGUAGE | {"identity", "known"},
    "occurrences": {"model"},
    "portraits": QUESTION | {"model", "errors", "limits", "analysis", "engines.base", "occurrences"},
    "name_book": {"analysis", "engines.base", "names"},
    "suggesting": QUESTION | {"analysis", "engines.base", "limits", "name_book"},
    "rules": set(),
    "explaining": {"model", "rules"},
    "exporting": TYPES | QUESTION | {"engines.base", "citing", "records", "highlight", "syntax"},
    "following": TYPES | QUESTION | {"engines.base", "ledger"},
    "batch": TYPES | {"query", "engines.base", "records"},
    "records": TYPES | QUESTION | {"engines.base", "explaining"},
}

# Where a foreign package may be known. What is not named here is not used at all.
CAGES: dict[str, tuple[str, ...]] = {
    "Stemmer": ("search/analysis",),
    "bs4": ("search/readers/html",),
    "charset_normalizer": ("search/readers/",),
    "click": ("search/cli.py", "search/commands/"),
    "dateparser": ("search/extract/dates", "search/readers/"),
    "flask": ("webapp/",),
    "htmldate": ("search/readers/html",),
    "htmx_flask": ("webapp/",),
    "lxml": ("search/readers/html", "search/readers/tei"),
    "jinja2": ("webapp/",),
    "markupsafe": ("webapp/",),
    "msgspec": ("search/engines/stored.py",),
    "numpy": ("search/engines/",),
    "trafilatura": ("search/readers/html",),
    "waitress": ("search/commands/serve.py", "webapp/"),
    "werkzeug": ("webapp/",),
    "whoosh": ("search/engines/whoosh/",),
    "zstandard": ("search/engines/whoosh/blocks.py",),
}

# Where a name of the standard library may be used. The clock is always an argument.
USES: dict[str, tuple[str, ...]] = {
    "os.environ": ("search/config.py",),
    "os.getenv": ("search/config.py",),
    "print": ("search/cli.py",),
    "date.today": (),
    "datetime.now": ("search/clock.py",),
    "datetime.today": (),
    "datetime.utcnow": (),
    "time.time": (),
    "time.localtime": (),
    "time.gmtime": (),
}

LINES = 300
NAMED_AFTER_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "managers", "manager"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports_of(source: str) -> Iterator[str]:
    """The module behind every import; a relative import keeps its dots and so is never an allowed one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "search" and not node.level:
            yield from (f"search.{alias.name}" if alias.name in AREAS else "search" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def uses_of(source: str) -> Iterator[str]:
    """Every name, every `owner.name` and every name taken from a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            yield f"{owner}.{node.attr}"


def within(module: str, places: set[str]) -> bool:
    """Whether the module is one of the places or lies inside one."""
    return any(module == place or module.startswith(f"{place}.") for place in places)


def broken_imports(name: str, source: str) -> list[str]:
    """The imports that the table or a cage forbids in the file called `name`."""
    top, _, rest = name.partition("/")
    area = rest.split("/")[0].removesuffix(".py")
    broken = []
    for module in imports_of(source):
        package, _, inside = module.partition(".")
        if package in sys.stdlib_module_names or module == "__future__":
            continue
        if package == "webapp":
            fine = top == "webapp" or name.startswith("search/commands/serve")
        elif package == "search" and top == "webapp":
            fine = not inside
        elif package == "search":
            fine = bool(inside) and (area not in MAY_IMPORT or within(inside, MAY_IMPORT[area] | {area}))
        else:
            fine = name.startswith(CAGES.get(package, ()))
        if not fine:
            broken.append(module)
    return broken


def broken_uses(name: str, source: str) -> list[str]:
    """The names of the standard library that the file called `name` may not use."""
    return [used for used in uses_of(source) if used in USES and not name.startswith(USES[used])]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_imports_only_what_its_area_may(path: Path) -> None:
    assert broken_imports(name_of(path), path.read_text()) == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_clock_environment_and_output_stay_in_their_places(path: Path) -> None:
    assert broken_uses(name_of(path), path.read_text()) == []


@pytest.mark.parametrize("path", BUDGETED, ids=name_of)
def test_a_file_is_short_and_named_after_its_idea(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LINES
    assert path.stem not in NAMED_AFTER_NOTHING


def test_only_an_engine_is_known_by_the_name_of_its_kind() -> None:
    knows = [
        name_of(path)
        for path in SOURCES
        if not name_of(path).startswith("search/engines/")
        for module in imports_of(path.read_text())
        if module.startswith("search.engines.") and module != "search.engines.base"
    ]
    assert knows == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("search/model.py", "from search.fields import FIELDS"),
        ("search/extract/dates.py", "from search.query import Query"),
        ("search/extract/dates.py", "import whoosh.index"),
        ("search/readers/text.py", "from bs4 import BeautifulSoup"),
        ("search/indexer.py", "from search import build"),
        ("search/indexer.py", "from . import model"),
        ("search/indexer.py", "import requests"),
        ("webapp/routes.py", "from search.query import Query"),
        ("search/engines/memory.py", "from webapp import create_app"),
    ],
)
def test_a_forbidden_import_is_noticed(name: str, source: str) -> None:
    assert broken_imports(name, source)


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.environ['X']",
        "from os import environ",
        "print('hello')",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import date\ndate.today()",
        "import time\ntime.time()",
        "from time import time",
    ],
)
def test_a_forbidden_use_is_noticed(source: str) -> None:
    assert broken_uses("search/indexer.py", source)
