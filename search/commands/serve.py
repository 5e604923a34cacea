"""`whosaid serve`: the search page, by waitress."""

from __future__ import annotations

import errno
import signal
import socket
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import FrameType

import click
from waitress.server import create_server

from search.archive import Archive
from search.commands import index_option
from search.commands.output import counted, note, say
from search.config import HIGHEST_PORT, Settings
from search.errors import ConfigError
from search.limits import REQUEST_BODY_BYTES, REQUEST_HEADER_BYTES

_CHANNEL_SECONDS = 10  # a connection that is silent for so long is closed
_CONNECTIONS = 200
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
    from webapp import create_app  # noqa: PLC0415 - the library knows nothing of the web until it is asked to serve

    known = Settings.from_env()
    settings = replace(known, index=index, host=host or known.host, port=known.port if port is None else port)
    with closing(Archive(index)) as archive:
        articles = counted(archive.engine().statistics().articles, "article")
        with _socket(settings.host, settings.port) as socket_:
            server = create_server(
                create_app(archive, settings),
                sockets=[socket_],
                threads=settings.threads,
                max_request_header_size=REQUEST_HEADER_BYTES,
                max_request_body_size=REQUEST_BODY_BYTES,
                channel_timeout=_CHANNEL_SECONDS,
                connection_limit=_CONNECTIONS,
            )
            stopped: list[int] = []

            def stop(number: int, _frame: FrameType | None) -> None:
                stopped.append(number)
                raise SystemExit(_SIGNAL + number)

            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, stop)
            say(f"Serving {articles} on {_address(socket_)} (Ctrl-C stops)")
            server.run()
    note("Stopped.")
    context.exit(_SIGNAL + stopped[0] if stopped else 0)


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
