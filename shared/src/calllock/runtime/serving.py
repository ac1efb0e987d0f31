"""Shell. How every service listens, and whom it believes about where a request comes from."""

from __future__ import annotations

import asyncio
import errno
import gc
import socket
from typing import Any

import uvicorn
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from calllock.runtime.gate import App, Receive, Scope, Send

HEAD_LIMIT_S = 10.0
"""How long a connection may say nothing, or not all of a request's head; up to twice that after an answer."""

_EVERY_INTERFACE = "::"
_FORWARDED_FOR = b"x-forwarded-for"


class CannotListen(OSError):
    """An address that is taken, or none of this machine; the message names the settings that say it."""


class NoSuchHost(CannotListen):
    """The host is a name that nobody knows."""


class BehindProxies:
    """Wraps an ASGI application: where a request comes from is what a proxy says that we trust."""

    def __init__(self, app: App, trusted: str, header: str) -> None:
        """`trusted` are addresses and networks, separated by commas; `header` is the one in which they tell it."""
        self._app = ProxyHeadersMiddleware(app, trusted)  # type: ignore[arg-type]  # uvicorn's own names for the same
        self._header = header.lower().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "lifespan" and self._header != _FORWARDED_FOR:
            told = [(_FORWARDED_FOR, value) for name, value in scope["headers"] if name == self._header]
            others = [header for header in scope["headers"] if header[0] != _FORWARDED_FOR]
            scope = {**scope, "headers": others + told}
        await self._app(scope, receive, send)  # type: ignore[arg-type]  # as above


class Impatient(AutoHTTPProtocol):  # type: ignore[misc, valid-type]  # whichever of uvicorn's is installed
    """A connection that is closed unless a request comes whole; the application limits the time of what follows."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        """See asyncio."""
        super().connection_made(transport)
        self._look_later(None)

    def _look_later(self, answered: object) -> None:
        self.loop.call_later(HEAD_LIMIT_S, self._look, answered)

    def _look(self, answered: object) -> None:
        """`answered`: the request that was the last one when this was looked at before, and was answered by then."""
        if self.transport.is_closing() or self.transport.get_protocol() is not self:  # it is a WebSocket now
            return
        is_waiting = self.cycle is None or self.cycle.response_complete
        if is_waiting and self.cycle is answered:
            self.transport.close()
        else:
            self._look_later(self.cycle if is_waiting else self)


class Server(uvicorn.Server):
    """A server that keeps what is there when it begins."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve."""
        await super().startup(sockets)
        keep_what_is_there()


def keep_what_is_there() -> None:
    """Look through what a service has read and compiled for garbage once, and then no more.

    Each look takes 0.1 to 0.2 s (measured in all three services), in which every caller and every alert waits.
    """
    gc.collect()
    gc.freeze()


def listening(app: App, host: str, port: int, **limits: Any) -> uvicorn.Config:
    """A server of `app` that logs nothing by itself but faults; `limits` are uvicorn's.

    On `::` it listens on IPv4 as well. Raises `CannotListen`, which uvicorn would only say in its own log.
    """
    _try_to_listen(host, port)
    return uvicorn.Config(
        app,
        host="" if host == _EVERY_INTERFACE else host,  # asyncio takes `::` for IPv6 alone
        port=port,
        http=Impatient,
        log_config=None,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        **limits,
    )


def _try_to_listen(host: str, port: int) -> None:
    every = host in ("", _EVERY_INTERFACE)
    try:
        found = socket.getaddrinfo(None if every else host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, *_, address in found:
            try:
                socket.create_server(address, family=family).close()
            except OSError as error:
                if not every or error.errno == errno.EADDRINUSE:  # else a family that this machine has not
                    raise
    except OSError as error:
        kind = NoSuchHost if isinstance(error, socket.gaierror) else CannotListen
        raise kind(f"HTTP_HOST, HTTP_PORT: cannot listen on {host}:{port}: {error.strerror}") from None
