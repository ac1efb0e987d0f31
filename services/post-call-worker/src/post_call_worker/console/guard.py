"""Shell. What stands before every route: limits on bodies, and headers that keep browsers strict."""

from __future__ import annotations

import asyncio

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_MAX_BYTES = 65_536
BODY_LIMIT_S = 10.0
"""Between the parts of a body."""
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guard:
    """Wraps an application; `secure` when it is reached over TLS."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._headers = {**_HEADERS, "Strict-Transport-Security": "max-age=31536000"} if secure else _HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        received, complete = 0, False

        async def limited() -> Message:
            nonlocal received, complete
            try:
                async with asyncio.timeout(None if complete else BODY_LIMIT_S):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408, f"a body comes within {BODY_LIMIT_S:g} s") from None
            complete = not message.get("more_body", False)
            received += len(message.get("body", b""))
            if received > BODY_MAX_BYTES:
                raise HTTPException(413, f"a body has at most {BODY_MAX_BYTES} bytes")
            return message

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, limited, guarded)
