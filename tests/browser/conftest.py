"""A real browser on a real server over an index of the real seeds."""

from __future__ import annotations

import shutil
import threading
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from waitress import wasyncore
from waitress.server import create_server

from search import ENGINES, Archive, Job, Settings, build, read_authority
from tests.browser.former import old_addresses, write_former
from webapp import create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)
MISSING = f"no browser: none of {', '.join(NAMES)} is installed"
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if CHROMIUM is None and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def old_links() -> dict[str, str]:
    """Addresses of passages as they were before the last build of the site: one was edited, one is gone."""
    return old_addresses()


@contextmanager
def served(index: Path) -> Iterator[str]:
    """The address of a server over an index."""
    with closing(Archive(index)) as archive:
        settings = replace(Settings.from_env(), index=index)
        server = create_server(create_app(archive, settings), host="127.0.0.1", port=0, threads=4)
        thread = threading.Thread(target=server.run)
        thread.start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
        thread.join()
        server.task_dispatcher.shutdown()


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], AbstractContextManager[str]]:
    return served


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the seeds."""
    index = tmp_path_factory.mktemp("browser") / "index"
    authority = ROOT / "seeds" / "authority.toml"
    known = read_authority(authority) if authority.is_file() else None
    former = tmp_path_factory.mktemp("former")
    write_former(former)
    build(Job(former, index, "whoosh", ENGINES, known))
    build(Job(ROOT / "seeds", index, "whoosh", ENGINES, known))
    with served(index) as address:
        yield address


@pytest.fixture(scope="session")
def base_url(site: str) -> str:
    return site


@pytest.fixture
def console(context: BrowserContext) -> Iterator[list[str]]:
    """What the browser complained about; a test ends in failure if its policy was violated or a script failed."""
    heard: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        heard.append(message.text)

    context.on("console", hear)
    context.on("weberror", lambda error: heard.append(f"script error: {error.error}"))
    yield heard
    assert not [text for text in heard if "Content Security Policy" in text or text.startswith("script error")]


@pytest.fixture
def page(console: list[str], page: Page) -> Page:
    """A page of which every complaint is heard."""
    assert console == []
    page.set_default_timeout(5_000)
    return page


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, base_url=site)
    page = context.new_page()
    page.set_default_timeout(5_000)
    yield page
    context.close()
