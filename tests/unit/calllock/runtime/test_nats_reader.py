"""What a reader makes of a client that refuses."""

from __future__ import annotations

from typing import Any

import pytest
from nats import errors
from nats.aio.client import Client

from calllock.runtime.nats_reader import Reader, ReaderLost


class FullClient(Client):
    """Was away for so long that it takes nothing more to be sent."""

    async def subscribe(self, *_: Any, **__: Any) -> Any:
        return None

    async def publish(self, *_: Any, **__: Any) -> None:
        raise errors.OutboundBufferLimitError


class ClosedClient(Client):
    async def subscribe(self, *_: Any, **__: Any) -> Any:
        raise errors.ConnectionClosedError


async def test_a_client_that_takes_no_more_requests_is_a_lost_reader() -> None:
    reader = Reader(FullClient(), "CALLS", "reader-1", batch=1)
    await reader.open()
    with pytest.raises(ReaderLost, match="OutboundBufferLimitError"):
        await reader.next()


async def test_a_client_that_is_closed_is_a_lost_reader() -> None:
    with pytest.raises(ReaderLost, match="ConnectionClosedError"):
        await Reader(ClosedClient(), "CALLS", "reader-1", batch=1).open()
