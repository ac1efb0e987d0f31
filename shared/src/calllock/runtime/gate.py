"""Shell. What stands before every route of a service: limits on bodies, on time, and on how often one place asks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from prometheus_client import Counter

from calllock.runtime.allowance import Allowance, source_of
from calllock.runtime.clock import Clock

BODY_MAX_BYTES = 65_536
BODY_LIMIT_S = 10.0
"""For a whole body."""
ANSWER_LIMIT_S = 30.0
"""Until an answer begins; a stream may go on after that. What a route waits for takes 10 s at most, but for what is
read of all calls on the bus: to list dead letters, which is then refused, and to forget a caller, which then goes on
by itself."""
AT_ONCE = 500
A_MINUTE = 3_000
"""Requests from one place. Twilio makes three or four for a whole call, a browser ten for a page of the console."""
_TRY_AGAIN_LATER = 1013
_TURNED_AWAY = Counter("calllock_requests_turned_away_total", "Requests beyond a limit.", ("limit",))
_TURNED_AWAY.labels("rate")  # an increase is seen only of a counter that was there before

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class BeyondLimit(Exception):
    """What reads a body learns that there is no more of it: the request is refused, whatever comes of it."""

    def __init__(self, limit: str, status: int, detail: str) -> None:
        super().__init__(detail)
        self.limit = limit
        self.status = status


class Gate:
    """Wraps an ASGI application: limits requests by source and rate, bodies by size, and both by time."""

    def __init__(self, app: App, *, clock: Clock) -> None:
        self._app = app
        self._clock = clock
        self._allowance = Allowance(AT_ONCE, A_MINUTE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        host, _ = scope.get("client") or ("", 0)
        if not self._allowance.take(source_of(host), self._clock.monotonic()):
            await _refuse(scope, send, BeyondLimit("rate", 429, "too many requests, try again in a moment"))
        elif scope["type"] == "websocket":
            await self._app(scope, receive, send)
        else:
            await _Request(self._app, receive, send).answer(scope)


class _Request:
    """One request within its limits."""

    def __init__(self, app: App, receive: Receive, send: Send) -> None:
        self._app = app
        self._receive = receive
        self._send = send
        self._begun = False
        self._complete = False
        self._bytes = 0
        self._body_until_s: float | None = None
        self._beyond: BeyondLimit | None = None
        self._limit = asyncio.timeout(None)

    async def answer(self, scope: Scope) -> None:
        """The application's answer, or a refusal in its place."""
        try:
            async with asyncio.timeout(ANSWER_LIMIT_S) as self._limit:
                await self._app(scope, self._body, self._answered)
        except BeyondLimit as beyond:
            self._beyond = beyond
        except TimeoutError:
            if self._begun or not self._limit.expired():
                raise
            self._beyond = BeyondLimit("time", 503, "this takes too long, try again")
        if self._beyond is not None and not self._begun:
            await _refuse(scope, self._send, self._beyond)

    async def _answered(self, message: Message) -> None:
        if self._beyond is not None and not self._begun:
            return
        if not self._begun:
            self._begun = True
            self._limit.reschedule(None)
        await self._send(message)

    async def _body(self) -> Message:
        if self._beyond is not None:
            raise self._beyond
        if self._complete:
            return await self._receive()
        now_s = asyncio.get_running_loop().time()
        self._body_until_s = self._body_until_s or now_s + BODY_LIMIT_S
        try:
            async with asyncio.timeout_at(self._body_until_s):
                message = await self._receive()
        except TimeoutError:
            self._beyond = BeyondLimit("time", 408, f"a body comes within {BODY_LIMIT_S:g} s")
            raise self._beyond from None
        if message["type"] == "http.disconnect":
            self._beyond = BeyondLimit("body", 400, "the body did not come to its end")
            raise self._beyond
        self._complete = not message.get("more_body", False)
        self._bytes += len(message.get("body", b""))
        if self._bytes > BODY_MAX_BYTES:
            self._beyond = BeyondLimit("body", 413, f"a body has at most {BODY_MAX_BYTES} bytes")
            raise self._beyond
        return message


async def _refuse(scope: Scope, send: Send, beyond: BeyondLimit) -> None:
    _TURNED_AWAY.labels(beyond.limit).inc()
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": _TRY_AGAIN_LATER, "reason": str(beyond)})
        return
    body = json.dumps({"detail": str(beyond)}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    headers += [(b"retry-after", b"1")] if beyond.status in (429, 503) else []
    await send({"type": "http.response.start", "status": beyond.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
