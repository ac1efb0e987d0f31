"""An HTTP answer whose connection takes a moment to be given back, which httpx shields from anyio's limits alone."""

from __future__ import annotations

from collections.abc import AsyncIterator

import anyio
import httpx


class ClosesSlowly(httpx.AsyncByteStream):
    """The body `{}`; 50 ms go by until its connection is given back, unless that is cut off."""

    given_back = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"{}"

    async def aclose(self) -> None:
        with anyio.CancelScope(shield=True):
            await anyio.sleep(0.05)
            self.given_back = True
