"""Serves the preview of one folder to this machine until Ctrl-C."""

from __future__ import annotations

import datetime
import secrets
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.failures import BadRequest, MissingDependency
from publisher.system import LONG_RUN, collect_seldom

if TYPE_CHECKING:
    import uvicorn

    from publisher.preview.desk import Desk

NEEDED = ("starlette", "uvicorn", "watchfiles")
HERE = "127.0.0.1"
FAREWELL = 1  # seconds that open connections are given at the end


@dataclass(frozen=True, slots=True)
class Address:
    """Where the preview is: the port, and the token nobody else knows."""

    port: int
    token: str

    def __str__(self) -> str:
        return f"http://{HERE}:{self.port}/{self.token}/"


def serve(
    folder: Path, today: datetime.date, port: int, register: str, ready: Callable[[Address], None], language: str = ""
) -> None:
    """Serve the preview of `folder` on `port` (0: any that is free).

    `ready` is told the address once it answers. `register` is where issued editions are looked for,
    `language` the one whose words are shown first and in which the page speaks, where it can.

    MissingDependency where the extra `preview` is not installed; BadRequest where the port is taken.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        named = ", ".join(missing)
        raise MissingDependency(f"the preview needs {named}, not installed: pip install 'publisher[preview]'")
    listening = _listening(port)
    from publisher.preview.desk import Desk

    desk = Desk(folder, today, register, language)  # begins to load what draws, beside what follows
    import uvicorn

    from publisher.preview.app import app_for

    collect_seldom(LONG_RUN)
    address = Address(listening.getsockname()[1], secrets.token_urlsafe(24))
    server = _server(uvicorn.Config(
        app_for(desk, address, language), log_level="error", access_log=False, lifespan="on", ws="none", server_header=False,
        timeout_graceful_shutdown=FAREWELL,
    ), desk, lambda: ready(address))  # fmt: skip
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends it, its processes end with it
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        pass
    finally:
        desk.close()


def _server(config: uvicorn.Config, desk: Desk, ready: Callable[[], None]) -> uvicorn.Server:
    """A server that says when it answers, and lets those who listen go when it ends."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            desk.farewell()
            await super().shutdown(sockets)

    return Server(config)


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HERE, port))
    except OSError as error:
        listening.close()
        raise BadRequest(
            f"port {port} cannot be used: {error.strerror}; leave --port out to take a free one"
        ) from error
    return listening
