"""Index a folder and serve it with the installed wheel; ask for a page and for everything it loads; stop it."""

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

PATIENCE = 60  # seconds
WHOSAID = str(Path(sys.executable).parent / "whosaid")
OK, TERMINATED = 200, 143


@contextmanager
def serving(index: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The running server and the free port it took."""
    command = [WHOSAID, "serve", "--index", index, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        watchdog = threading.Timer(PATIENCE, server.kill)
        watchdog.start()
        try:
            said = []
            for line in server.stdout or ():
                said.append(line)
                if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                    yield server, int(found[1])
                    return
            sys.exit("whosaid serve ended before it served:\n" + "".join(said))
        finally:
            watchdog.cancel()
            server.kill()


def fetch(port: int, path: str) -> str:
    """What is answered to a GET; anything but 200 with a body ends the program."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    if answer.status != OK or not body.strip():
        sys.exit(f"{path} answered {answer.status} with {len(body)} characters")
    return body


def try_pages(port: int) -> str:
    """Look at the front page, a search, its styles and scripts, and an article; say what was seen."""
    fetch(port, "/")
    page = fetch(port, "/search?q=corruption")
    if not re.search(r"<mark>[Cc]orrupt", page):
        sys.exit("the search page marks no word")
    loaded = sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page)))
    for ending in (".css", ".js"):
        if not any(ending in path for path in loaded):
            sys.exit(f"the search page loads no {ending}: {loaded}")
    for path in loaded:
        fetch(port, path)
    article = re.search(r'href="(/articles/[^"#?]+)', page)
    if article is None:
        sys.exit("no hit leads to its article")
    fetch(port, article[1])
    return f"{len(loaded)} files load beside the page"


def main(articles: str) -> None:
    """Do it all with the articles in this folder."""
    shutil.rmtree("index", ignore_errors=True)
    subprocess.run([WHOSAID, "index", articles, "--index", "index"], check=True)
    with serving("index") as (server, port):
        seen = try_pages(port)
        server.terminate()
        code = server.wait(PATIENCE)
    if code not in {0, TERMINATED}:
        sys.exit(f"whosaid serve stopped with {code}")
    sys.stdout.write(f"The wheel indexes and serves; {seen}; stopped by a signal with exit code {code}.\n")


main(*sys.argv[1:])
