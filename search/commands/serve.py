"""`whosaid serve`: the search page, by waitress."""

from __future__ import annotations

import errno
import socket
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from search.archive import Archive, in_background
from search.commands import index_option
from search.commands.output import counted, note, say
from search.config import HIGHEST_PORT, Settings
from search.errors import ConfigError
from search.limits import SEARCHES_WAITING, THREADS_SPARE

_BACKLOG = 1024  # connections that wait to be accepted
_SIGNAL = 128  # a process that a signal stopped ends with this plus the signal's number
_REASONS = {
    errno.EADDRINUSE: "it is in use",
    errno.EACCES: "only the administrator may open it",
    errno.EADDRNOTAVAIL: "this machine does not have that address",
}


@click.command("serve")
@index_option.option
@click.option("--host", help="Address to serve on. Default: 127.0.0.1, or what WHOSAID_HOST names.")
@click.option("--port", type=click.IntRange(0, HIGHEST_PORT), help="Default: 8000, or what PORT names; 0: any free.")
@click.pass_context
def command(context: click.Context, index: Path, host: str | None, port: int | None) -> None:
    """Serve the search page until stopped by Ctrl-C or SIGTERM; requests in progress are finished.

    A new build of the index is noticed by itself. A port that is in use gives exit code 2.
    """
    # The library knows nothing of the web until it is asked to serve.
    from webapp import create_app  # noqa: PLC0415
    from webapp.logs import start as start_log  # noqa: PLC0415
    from webapp.server import Server  # noqa: PLC0415

    known = Settings.from_env()
    settings = replace(known, index=index, host=host or known.host, port=known.port if port is None else port)
    with closing(Archive(index, beside=in_background)) as archive:
        articles = counted(archive.engine().statistics().articles, "article")
        with _socket(settings.host, settings.port) as listening:
            app = create_app(archive, settings)
            threads = settings.searches + SEARCHES_WAITING + THREADS_SPARE
            server = Server(app, listening, threads=threads, proxied=settings.proxies > 0)
            start_log(sys.stderr, settings.log)
            say(f"Serving {articles} on {_address(listening)} (Ctrl-C stops)")
            number = server.run()
    note("Stopped.")
    context.exit(_SIGNAL + number)


def _socket(host: str, port: int) -> socket.socket:
    """A listening socket, opened by ourselves so that what is wrong can be said in one line."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except (socket.gaierror, UnicodeError) as problem:
        msg = f"{host!r} is no address of this machine; try --host 127.0.0.1"
        raise ConfigError(msg) from problem
    except OSError as problem:
        reason = _REASONS.get(problem.errno or 0, problem.strerror)
        msg = f"port {port} on {host} cannot be opened: {reason}; choose another with --port or PORT="
        raise ConfigError(msg) from problem


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
