"""Shell. One media stream of a call: the socket, and the conversation in real time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

import structlog
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from calllock.runtime.clock import Clock
from calllock_local.telephone_caller import HangUp
from calllock_local.telephone_conversation import Conversation, Spoken
from calllock_local.telephone_ear import Heard
from calllock_local.telephone_line import PhoneLine
from calllock_local.telephone_voice import Listener

_SOCKET_LIMIT_S = 10.0

_log = structlog.get_logger()


class Equipment(Protocol):
    """What a stream needs of the telephone."""

    @property
    def listener(self) -> Listener | None: ...
    @property
    def clock(self) -> Clock: ...


class Stream:
    """One socket's life."""

    def __init__(
        self,
        equipment: Equipment,
        conversation: Conversation,
        line: PhoneLine,
        on_line: Callable[[Spoken], None],
    ) -> None:
        self.line = line
        self.hung_up: HangUp | None = None
        """Set when the caller has ended the call."""
        self._equipment = equipment
        self._conversation = conversation
        self._on_line = on_line
        self._heard: asyncio.Queue[Heard | None] = asyncio.Queue()
        """What is to be understood, in order; None at the end."""

    async def run(self, url: str, headers: dict[str, str], began: float) -> None:
        """Talks until either side ends it; `began` is when the call was dialed, by the monotonic clock."""
        understanding = asyncio.create_task(self._understand())
        try:
            async with connect(url, additional_headers=headers, open_timeout=_SOCKET_LIMIT_S, proxy=None) as socket:
                await self._hold(socket, began)
        except (OSError, TimeoutError, WebSocketException) as error:
            self.line.faults.append(f"the stream broke: {error.__class__.__name__}")
        finally:
            cut_off = self._conversation.stream_over()
            for heard in (cut_off, None) if cut_off else (None,):
                self._heard.put_nowait(heard)
            await understanding

    async def _hold(self, socket: ClientConnection, began: float) -> None:
        self._conversation.skip_to(round((self._equipment.clock.monotonic() - began) * 1_000))
        receiving = asyncio.create_task(self._receive(socket))
        try:
            await self._send(socket, self.line.opening())
            while self.hung_up is None and not receiving.done():
                await self._tick(socket, began)
        except ConnectionClosed:
            return
        finally:
            receiving.cancel()
            await asyncio.wait([receiving])

    async def _tick(self, socket: ClientConnection, began: float) -> None:
        clock = self._equipment.clock
        await clock.sleep(max(0.0, began + self._conversation.at_ms / 1_000 - clock.monotonic()))
        tick = self._conversation.tick(self.line)
        if tick.said is not None:
            self._on_line(tick.said)
        if tick.heard is not None:
            self._heard.put_nowait(tick.heard)
        self.hung_up = tick.hang_up
        await self._send(socket, [*tick.messages, self.line.stop()] if self.hung_up else tick.messages)

    async def _receive(self, socket: ClientConnection) -> None:
        try:
            async for message in socket:
                await self._send(socket, self.line.receive(message, self._conversation.at_ms))
        except ConnectionClosed:
            return

    async def _send(self, socket: ClientConnection, messages: list[str]) -> None:
        async with asyncio.timeout(_SOCKET_LIMIT_S):
            for message in messages:
                await socket.send(message)

    async def _understand(self) -> None:
        while (heard := await self._heard.get()) is not None:
            spoken = self._conversation.understood(heard, await self._transcribe(heard.audio))
            if spoken is not None:
                self._on_line(spoken)

    async def _transcribe(self, audio: bytes) -> str | None:
        listener = self._equipment.listener
        if listener is None:
            return None
        try:
            return await asyncio.to_thread(listener.transcribe, audio)
        except Exception as error:  # noqa: BLE001 - an engine that breaks costs the words, not the call
            _log.warning("listener.failed", error=error.__class__.__name__)
            return None
