"""Shell. The other side of an ASGI application's websocket, without a network between."""

from __future__ import annotations

import asyncio
import json
from collections.abc import MutableMapping
from typing import Any

from fastapi import FastAPI

_MOST_UNREAD = 50
_LIMIT_S = 10.0


class AsgiSocket:
    """One connection; what the application sends is kept."""

    def __init__(self, app: FastAPI, path: str) -> None:
        self.sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._unread: asyncio.Queue[dict[str, Any]] = asyncio.Queue(_MOST_UNREAD)
        self._unread.put_nowait({"type": "websocket.connect"})
        scope = {"type": "websocket", "path": path, "headers": [], "query_string": b"", "subprotocols": []}
        self._served = asyncio.ensure_future(app(scope, self._unread.get, self._take))

    @property
    def closed(self) -> bool:
        """Whether the application has let go of it."""
        return self._served.done()

    async def send(self, message: str | bytes) -> None:
        """A message for the application, once it has taken most of those before; nothing if it has closed."""
        await self._give({"type": "websocket.receive", "text" if isinstance(message, str) else "bytes": message})

    async def close(self) -> None:
        """Go away, and wait until the application has noticed; raises what it raised."""
        await self._give({"type": "websocket.disconnect", "code": 1006})
        async with asyncio.timeout(_LIMIT_S):
            await self._served

    async def _give(self, event: dict[str, Any]) -> None:
        if not self._unread.full():
            self._unread.put_nowait(event)
            return
        giving = asyncio.ensure_future(self._unread.put(event))
        await asyncio.wait([giving, self._served], return_when=asyncio.FIRST_COMPLETED)
        giving.cancel()

    async def _take(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "websocket.send":
            self.sent.put_nowait(json.loads(message["text"]))
