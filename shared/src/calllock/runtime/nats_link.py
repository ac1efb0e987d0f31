"""Adapter. The connection to NATS: it reconnects by itself, and every request has a time limit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

import structlog
from nats import errors
from nats.aio.client import Client
from nats.js import errors as js_errors

from calllock.runtime.bus import BusUnavailable, Question
from calllock.runtime.clock import Clock
from calllock.runtime.nats_reader import Reader, ReaderLost

ANSWER_S = 1.0
"""How long one question waits before it is asked again."""
_RETRY_S = 0.1
_CLOSE_S = 2.0
_ID_IN_PROCESS = 10158
_ASK = "ask"
"""Subjects of questions; no stream keeps them. It is the queue as well, so that one of the replicas answers."""
_MENTION = "mention"
"""Subjects of mentions; no stream keeps them either."""

_NOT_ALLOWED = "permissions violation"
"""What a server says of one subject; the connection stays."""

_PASSING = (
    ReaderLost,
    TimeoutError,
    errors.TimeoutError,
    errors.NoRespondersError,
    errors.OutboundBufferLimitError,
    js_errors.NoStreamResponseError,
    js_errors.ServiceUnavailableError,
    js_errors.ServerError,
)
"""What a moment may cure: an election, a reconnection, a server that is starting."""

_T = TypeVar("_T")
_log = structlog.get_logger()


class Refused(BusUnavailable):
    """The server will not do it, now or later; `code` is JetStream's."""

    def __init__(self, reason: str, code: int | None) -> None:
        super().__init__(reason)
        self.code = code


class NotEncrypted(errors.Error):
    """A server of a `tls://` URL that offers no TLS, or somebody between it and us."""


class GuardedClient(Client):
    """Does not make do without TLS: the library would go on in plain text, with the password. And whatever a server
    says as it closes the connection, it connects again: for most words the library would close for good."""

    async def _process_info(self, info: dict[str, Any], initial_connection: bool = False) -> None:
        asked = self._current_server.uri.scheme if self._current_server and initial_connection else ""
        if asked == "tls" and not info.get("tls_required"):
            raise NotEncrypted("nats: the server offers no TLS")
        await super()._process_info(info, initial_connection)

    async def _process_err(self, err_msg: str) -> None:
        if _NOT_ALLOWED in err_msg:
            await super()._process_err(err_msg)
        else:
            await self._process_op_err(errors.Error(f"nats: {err_msg}"))


class NatsLink:
    """One connection, and the readers that live on it."""

    def __init__(self, clock: Clock) -> None:
        self.client: Client = GuardedClient()
        self.jetstream = self.client.jetstream(timeout=ANSWER_S)
        self.closed = False
        self._clock = clock
        self._readers: set[Reader] = set()
        self._fault = ""
        """What was logged last of a server that is away: it is tried ten times a second."""

    async def open(self, url: str, name: str) -> None:
        """Connects to one of the comma separated servers; a dead link is noticed within 3 s."""
        await self.client.connect(
            url.split(","),
            name=name,
            ping_interval=1,
            max_outstanding_pings=2,
            max_reconnect_attempts=-1,
            reconnect_time_wait=_RETRY_S,  # type: ignore[arg-type]  # typed as whole seconds, but only slept
            error_cb=self._note_error,
            disconnected_cb=self._note_disconnected,
            reconnected_cb=self._note_reconnected,
        )

    async def close(self) -> None:
        """Sends what is still to be sent, and ends every reader."""
        self.closed = True
        self._interrupt_readers()
        with suppress(TimeoutError, errors.Error, OSError):
            async with asyncio.timeout(_CLOSE_S):
                await self.client.close()

    async def patiently(
        self, what: str, ask: Callable[[], Awaitable[_T]], limit_s: float, last_try_s: float = ANSWER_S
    ) -> _T:
        """Asks until there is an answer; raises `BusUnavailable` naming `what` after `limit_s`, or, while a try is
        under way, `last_try_s` later; `Refused` when the answer is no."""
        try:
            async with asyncio.timeout(limit_s + last_try_s):
                return await self._until_answered(what, ask, limit_s)
        except TimeoutError:
            raise BusUnavailable(f"{what}: no whole answer within {limit_s + last_try_s:g} s") from None

    async def _until_answered(self, what: str, ask: Callable[[], Awaitable[_T]], limit_s: float) -> _T:
        deadline = self._clock.monotonic() + limit_s
        while True:
            try:
                return await _cancellable(ask)
            except errors.ConnectionClosedError:
                raise BusUnavailable(f"{what}: the bus is closed") from None
            except _PASSING as error:
                fault = error.__class__.__name__
            except js_errors.APIError as error:
                if error.err_code != _ID_IN_PROCESS:
                    raise Refused(f"{what}: {error.description}", error.err_code) from None
                fault = "still storing the first one"
            if self._clock.monotonic() >= deadline:
                raise BusUnavailable(f"{what}: no answer within {limit_s:g} s ({fault})")
            await self.pause()

    async def pause(self) -> None:
        """A moment before the next try."""
        await self._clock.sleep(_RETRY_S)

    @asynccontextmanager
    async def reading(self, stream: str, consumer: str, batch: int) -> AsyncGenerator[Reader, None]:
        """A reader, closed at the end; what it had fetched and nobody took goes to others at once."""
        reader = Reader(self.client, stream, consumer, batch)
        await reader.open()
        self._readers.add(reader)
        try:
            yield reader
        finally:
            self._readers.discard(reader)
            for message in await reader.close():
                with suppress(errors.Error):
                    await message.nak()

    async def drop_consumer(self, stream: str, consumer: str) -> None:
        """Lets the server forget a consumer; nobody waits for it, since one that is missed expires by itself."""
        with suppress(errors.Error):
            subject = f"$JS.API.CONSUMER.DELETE.{stream}.{consumer}"
            await self.client.publish(subject, reply=self.client.new_inbox())

    async def ask(self, about: str, data: bytes, limit_s: float) -> bytes:
        """See `Bus.ask`."""
        try:
            answer = await _cancellable(lambda: self.client.request(f"{_ASK}.{about}", data, timeout=limit_s))
        except (errors.Error, TimeoutError) as error:
            raise BusUnavailable(f"nobody answers about {about} ({error.__class__.__name__})") from None
        return answer.data

    async def questions(self, about: str) -> AsyncGenerator[Question, None]:
        """See `Bus.questions`."""
        subscription = await self.client.subscribe(f"{_ASK}.{about}", queue=_ASK)
        try:
            async for message in subscription.messages:
                yield Question(message.data, message.respond)
        finally:
            if not self.closed:
                await subscription.unsubscribe()

    async def mention(self, about: str, data: bytes) -> None:
        """See `Bus.mention`."""
        if not self.client.is_connected:
            raise BusUnavailable(f"nobody hears of {about}: not connected")
        try:
            await self.client.publish(f"{_MENTION}.{about}", data)
        except errors.Error as error:
            raise BusUnavailable(f"nobody hears of {about} ({error.__class__.__name__})") from None

    async def mentions(self, about: str) -> AsyncGenerator[bytes, None]:
        """See `Bus.mentions`."""
        subscription = await self.client.subscribe(f"{_MENTION}.{about}")
        try:
            async for message in subscription.messages:
                yield message.data
        finally:
            if not self.closed:
                await subscription.unsubscribe()

    def _interrupt_readers(self) -> None:
        for reader in self._readers:
            reader.interrupt()

    async def _note_error(self, error: Exception) -> None:
        fault = error.__class__.__name__
        if fault != self._fault:
            _log.warning("bus.failed", error=fault)
        self._fault = fault

    async def _note_disconnected(self) -> None:
        if not self.closed:
            _log.warning("bus.disconnected")

    async def _note_reconnected(self) -> None:
        self._fault = ""
        _log.info("bus.reconnected")
        self._interrupt_readers()


async def _cancellable(ask: Callable[[], Awaitable[_T]]) -> _T:
    """The answer or the error, unless the task was cancelled meanwhile: the library waits with `asyncio.wait_for`,
    which before Python 3.12 forgets a cancellation that comes together with either."""
    task = asyncio.current_task()
    before = task.cancelling() if task is not None else 0
    try:
        return await ask()
    finally:
        if task is not None and task.cancelling() > before:
            raise asyncio.CancelledError
