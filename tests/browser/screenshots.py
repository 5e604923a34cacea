"""Pictures of every kind of page over the seeds: `python tests/browser/screenshots.py` renews docs/screenshots.

With a folder as argument the pictures are put there, each page from top to bottom, to be looked at.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # run as a program, from wherever

from tests.browser.former import old_addresses, write_former  # noqa: E402 - found there

SHOWN = ROOT / "docs" / "screenshots"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
SIZES = ((1280, 900), (375, 812))
SCHEMES = ("light", "dark")


@dataclass(frozen=True)
class Kind:
    """A kind of page: where it is, the link to follow from there, what to open, and what to type into the box."""

    address: str
    follow: str = ""
    click: str = ""
    typed: str = ""


KINDS = {
    "front": Kind("/"),
    "search": Kind("/search?q=Party+congresses&year=2024&-kind=heading", click=".hit .why > summary"),
    "articles": Kind("/search?q=party&by=article"),
    "table": Kind("/table?q=party"),
    "article": Kind("/search?q=%22control+of+power%22&speaker=To+Lam", follow=".hit [data-context]"),
    "suggestions": Kind("/search", typed="truong"),
    "none": Kind("/search?q=Vo+Van+Thoung&year=2022"),
    "names": Kind("/browse/organisation?order=name"),
    "body": Kind("/bodies/Politburo"),
    "speaker": Kind("/speakers/To%20Lam"),
    "document": Kind("/documents/21-KL%2FTW"),
    "cite": Kind("/search?q=%22abuse+of+power%22", click=".hit [data-cite]"),
    "help": Kind("/help"),
    "error": Kind("/bodies/Politbureau"),
    **{name: Kind(address) for name, address in old_addresses().items()},
}


@contextmanager
def serving() -> Iterator[str]:
    """The address of the site over a fresh index of the seeds, which were indexed once before they were edited."""
    whosaid = [sys.executable, "-m", "search"]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as former:
        write_former(Path(former))
        for seeds in (former, "seeds"):
            index = [*whosaid, "index", seeds, "--index", folder]
            subprocess.run(index, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen(
            [*whosaid, "serve", "--index", folder, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        with server:
            line = server.stdout.readline()
            yield re.search(r"http://\S+", line)[0]
            server.terminate()


def opened(page: Page, site: str, kind: Kind) -> None:
    """Go there, and do what the kind of page asks for."""
    page.goto(site + kind.address)
    if kind.follow:
        page.goto(page.locator(kind.follow).first.evaluate("link => link.href"))
    if kind.click:
        page.locator(kind.click).first.click()
    if kind.typed:
        page.locator("#q").press_sequentially(kind.typed)
        page.locator("#options li").first.wait_for()
        page.locator("#q").press("ArrowDown")
    page.wait_for_load_state("networkidle")
    if kind.click:
        page.evaluate("window.scrollTo(0, 0)")


def pictures(browser: Browser, site: str, folder: Path, *, whole: bool) -> None:
    """Every kind of page at each size, light and dark: its first screen, or all of it."""
    for width, height in SIZES:
        for scheme in SCHEMES:
            viewport = {"width": width, "height": height}
            with browser.new_context(viewport=viewport, color_scheme=scheme) as context:
                page = context.new_page()
                for name, kind in KINDS.items():
                    opened(page, site, kind)
                    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=whole)


def main() -> None:
    """Take the pictures."""
    chromium = next((path for name in NAMES if (path := shutil.which(name))), None)
    if chromium is None:
        sys.exit(f"no browser: none of {', '.join(NAMES)} is installed")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHOWN
    folder.mkdir(parents=True, exist_ok=True)
    with serving() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        pictures(browser, site, folder, whole=folder != SHOWN)
        browser.close()


if __name__ == "__main__":
    main()
