"""Adapter. Reads one JetStream consumer as its messages come.

A lingering pull request is always open, so a message needs no round trip; heartbeats tell a quiet
consumer from a lost one. Every doubt ends in `ReaderLost`: the caller opens another reader.
"""

from __future__ import annotations

import asyncio
import json

from nats import errors
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription

_EXPIRES_S = 30.0
_HEARTBEAT_S = 1.0
_SILENCE_S = 2.5
"""Two missed heartbeats and a little."""
_NANOSECOND = 1_000_000_000

_HEARTBEAT = "100"
_OVER = ("404", "408")
"""The request found nothing or has expired: ask again."""


class ReaderLost(Exception):
    """The reader's connection or consumer is gone; whoever read makes another."""


class Reader:
    """One consumer, read from now until it is closed or lost."""

    def __init__(self, client: Client, stream: str, consumer: str, batch: int) -> None:
        """`batch` is how many messages may be on their way to us at a time."""
        self._client = client
        self._request_subject = f"$JS.API.CONSUMER.MSG.NEXT.{stream}.{consumer}"
        self._batch = batch
        self._requested = 0
        self._inbox = client.new_inbox()
        self._arrived: asyncio.Queue[Msg | None] = asyncio.Queue()
        self._subscription: Subscription | None = None

    @property
    def fetched(self) -> int:
        """How much has arrived that nobody has taken yet."""
        return self._arrived.qsize()

    async def open(self) -> None:
        """Listens; the first request goes out with the first `next`. Raises `ReaderLost`."""
        try:
            self._subscription = await self._client.subscribe(self._inbox, cb=self._arrived.put)
        except errors.Error as error:
            raise ReaderLost(f"cannot listen: {type(error).__name__}") from None

    def interrupt(self) -> None:
        """The connection was lost and is back: what was requested may never come."""
        self._arrived.put_nowait(None)

    async def next(self) -> Msg:
        """The next message, however long it takes; raises `ReaderLost`, within seconds, when none can come."""
        while True:
            if self._requested == 0:
                await self._request()
            arrived = await self._arrival()
            if arrived is None:
                raise ReaderLost("the connection was lost")
            if _status(arrived) is None:
                self._requested -= 1
                return arrived
            self._heed(arrived)

    async def take(self, count: int, each_s: float) -> list[Msg]:
        """The next `count` messages; raises `TimeoutError` when one does not come, as what was counted may be gone."""
        taken: list[Msg] = []
        while len(taken) < count:
            async with asyncio.timeout(each_s):
                taken.append(await self.next())
                while len(taken) < count and self.fetched:
                    taken.append(await self.next())
        return taken

    async def close(self) -> list[Msg]:
        """Stops listening; returns the messages that nobody has taken from it."""
        if self._subscription is not None and not self._client.is_closed:
            await self._subscription.unsubscribe()
        left = []
        while not self._arrived.empty():
            message = self._arrived.get_nowait()
            if message is not None and _status(message) is None:
                left.append(message)
        return left

    async def _arrival(self) -> Msg | None:
        if self.fetched:
            return self._arrived.get_nowait()  # of a burst only the first is worth a timer, which costs more than it
        try:
            async with asyncio.timeout(_SILENCE_S):
                return await self._arrived.get()
        except TimeoutError:
            raise ReaderLost("no heartbeat") from None

    async def _request(self) -> None:
        self._requested = self._batch
        asked = {
            "batch": self._batch,
            "expires": int(_EXPIRES_S * _NANOSECOND),
            "idle_heartbeat": int(_HEARTBEAT_S * _NANOSECOND),
        }
        try:
            await self._client.publish(self._request_subject, json.dumps(asked).encode(), reply=self._inbox)
        except errors.Error as error:  # a link that was away for so long that nothing more may wait to be sent
            raise ReaderLost(f"cannot ask: {type(error).__name__}") from None

    def _heed(self, message: Msg) -> None:
        status = _status(message)
        if status == _HEARTBEAT:
            return
        if status in _OVER:
            self._requested = 0
            return
        reason = (message.headers or {}).get("Description", "")
        raise ReaderLost(f"{status} {reason}".strip())


def _status(message: Msg) -> str | None:
    if message.data or not message.headers:
        return None
    return message.headers.get("Status")
