"""Pictures of every kind of page over the seeds: `python tests/browser/screenshots.py` renews docs/screenshots.

With a folder as argument, every kind of page is put there at two widths, light and dark, to be looked at.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
BEST = ROOT / "docs" / "screenshots"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
WIDE, PHONE = (1280, 900), (375, 812)
PASSAGE = "/search?q=%22control+of+power%22&speaker=To+Lam"
KINDS = {
    "front": "/",
    "search": "/search?q=Party+congresses&year=2024&-kind=heading",
    "article": PASSAGE,
    "empty": "/search?q=Vo+Van+Thoung",
    "list": "/browse/organisation",
    "body": "/bodies/Politburo",
    "speaker": "/speakers/To%20Lam",
    "document": "/documents/21-KL%2FTW",
    "help": "/help",
    "missing": "/p/nothing",
}


@contextmanager
def serving() -> Iterator[str]:
    """The address of the site over a fresh index of the seeds."""
    whosaid = [sys.executable, "-m", "search"]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*whosaid, "index", "seeds", "--index", folder], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen(
            [*whosaid, "serve", "--index", folder, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        with server:
            line = server.stdout.readline()
            yield re.search(r"http://\S+", line)[0]
            server.terminate()


def opened(page: Page, address: str) -> None:
    """Go there; from the search that stands for an article, on to its passage."""
    page.goto(address)
    if address.endswith(PASSAGE):
        page.goto(page.locator(".hit [data-context]").first.evaluate("link => link.href"))


@contextmanager
def screen(browser: Browser, size: tuple[int, int], scheme: str, sharpness: int = 1) -> Iterator[Page]:
    """A page on a screen of this size."""
    viewport = {"width": size[0], "height": size[1]}
    with browser.new_context(viewport=viewport, color_scheme=scheme, device_scale_factor=sharpness) as context:
        yield context.new_page()


def best(browser: Browser, site: str) -> None:
    """The pictures the documents show: the first screen of a page."""
    for name, kind, size, sharpness in (
        ("front", "front", WIDE, 1),
        ("search", "search", WIDE, 1),
        ("article", "article", WIDE, 1),
        ("search-phone", "search", PHONE, 2),
    ):
        with screen(browser, size, "light", sharpness) as page:
            opened(page, site + KINDS[kind])
            if name == "search":
                page.locator(".hit .why > summary").first.click()
            page.screenshot(path=BEST / f"{name}.png")


def all_kinds(browser: Browser, site: str, folder: Path) -> None:
    """Every kind of page from top to bottom, at two widths, light and dark."""
    for size in (WIDE, PHONE):
        for scheme in ("light", "dark"):
            with screen(browser, size, scheme) as page:
                for name, address in KINDS.items():
                    opened(page, site + address)
                    page.screenshot(path=folder / f"{name}-{size[0]}-{scheme}.png", full_page=True)


def main() -> None:
    """Take the pictures."""
    chromium = next((path for name in NAMES if (path := shutil.which(name))), None)
    if chromium is None:
        sys.exit(f"no browser: none of {', '.join(NAMES)} is installed")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BEST
    folder.mkdir(parents=True, exist_ok=True)
    with serving() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        if folder == BEST:
            best(browser, site)
        else:
            all_kinds(browser, site, folder)
        browser.close()


if __name__ == "__main__":
    main()
