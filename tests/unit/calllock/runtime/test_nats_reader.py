"""What a reader makes of a client that refuses."""

from __future__ import annotations

import asyncio
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


class QuietClient(FullClient):
    """Takes a request, and nothing comes."""

    async def publish(self, *_: Any, **__: Any) -> None:
        return None


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


async def test_a_connection_that_was_lost_and_is_back_is_not_waited_on() -> None:
    reader = Reader(QuietClient(), "CALLS", "reader-1", batch=1)
    await reader.open()
    reading = asyncio.create_task(reader.next())
    await asyncio.sleep(0)
    reader.interrupt()
    with pytest.raises(ReaderLost, match="the connection was lost"):
        await reading
