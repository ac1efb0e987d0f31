"""Shell. Lines without sound: from the console one talks to the receptionist by text, as a gateway would by voice."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import aclosing

import structlog

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.events import EndedBy
from calllock.contracts.ids import line_id, single_id
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus, BusUnavailable
from calllock.runtime.clock import Clock

AT_ONCE = 20
PHONE_NUMBER = r"^(\+[1-9]\d{6,14})?$"
QUIET_LIMIT_S = 300.0
"""Who has said nothing for so long has gone."""
_LETTING_GO_S = 2.0

_log = structlog.get_logger()


class TooManyLines(RuntimeError):
    """No more conversations at once; the message says how many there may be."""


class TextLine:
    """One conversation: writes what a gateway would write, and reads what the brain wants said."""

    def __init__(self, bus: Bus, clock: Clock, call_sid: str, profile: BusinessProfile) -> None:
        self.business = profile.id
        self._number = profile.numbers[0]
        self._bus = bus
        self._clock = clock
        self._sid = call_sid
        self._began_s = clock.monotonic()
        self._turn = 0
        self._heard_prompt = 0
        self._steps: asyncio.Queue[tuple[float, EndedBy]] = asyncio.Queue()
        """Each says how long the line stays open unless another comes, and who has ended it then."""

    async def call(self, from_number: str | None) -> None:
        """Ring; after this the brain has something to answer."""
        await self._write(
            events.CallAnswered,
            single_id(self._sid, "answered"),
            business=self.business,
            from_number=from_number,
            to_number=self._number,
            gateway="console",
        )

    async def hold(self) -> None:
        """Until the agent hangs up, the caller does, or nobody has spoken for five minutes; then the call has ended."""
        ended_by: EndedBy = "line_lost"
        try:
            async with asyncio.TaskGroup() as group:
                listening = group.create_task(self._listen())
                ended_by = await self._until_over()
                listening.cancel()
        finally:
            async with asyncio.timeout(_LETTING_GO_S):
                await self._end(ended_by)

    async def say(self, text: str) -> None:
        """The caller's next turn."""
        self._turn += 1
        self._steps.put_nowait((QUIET_LIMIT_S, "caller"))
        await self._write(
            events.UtteranceHeard,
            line_id(self._sid, "turn", self._turn),
            turn=self._turn,
            text=text,
            after_prompt=self._heard_prompt,
        )

    def hang_up(self, by: EndedBy = "caller", linger_s: float = 0.0) -> None:
        """End the call, unless the caller says something within `linger_s`."""
        self._steps.put_nowait((linger_s, by))

    async def _until_over(self) -> EndedBy:
        limit_s: float = QUIET_LIMIT_S
        ended_by: EndedBy = "caller"
        while True:
            try:
                async with asyncio.timeout(limit_s):
                    limit_s, ended_by = await self._steps.get()
            except TimeoutError:
                return ended_by

    async def _listen(self) -> None:
        async with aclosing(self._bus.follow(self._sid, ("brain",))) as entries:
            async for entry in entries:
                match entry.message:
                    case commands.SpeakPrompt() as prompt if prompt.prompt > self._heard_prompt:
                        await self._hear(prompt)
                    case commands.HangUp() as order:
                        self.hang_up("agent", order.linger_s)
                    case commands.Transfer():
                        self.hang_up("transfer")
                    case _:
                        pass

    async def _hear(self, prompt: commands.SpeakPrompt) -> None:
        self._heard_prompt = prompt.prompt
        await self._write(
            events.PromptPlayed,
            line_id(self._sid, "prompt", prompt.prompt),
            prompt=prompt.prompt,
            heard_text=" ".join(prompt.sentences),
            complete=True,
        )

    async def _end(self, ended_by: EndedBy) -> None:
        duration_s = self._clock.monotonic() - self._began_s
        ended_id = single_id(self._sid, "ended")
        await self._write(events.CallEnded, ended_id, ended_by=ended_by, duration_s=duration_s)

    async def _write(self, kind: type[Message], event_id: str, **content: object) -> None:
        about = {"event_id": event_id, "call_sid": self._sid, "occurred_at": self._clock.now()}
        await self._bus.publish(kind.model_validate({**about, **content}))


class TextLines:
    """The conversations that this worker holds."""

    def __init__(self, bus: Bus, clock: Clock) -> None:
        self._bus = bus
        self._clock = clock
        self._lines: dict[str, TextLine] = {}
        self._begun: asyncio.Queue[tuple[str, TextLine]] = asyncio.Queue()

    async def run(self) -> None:
        """Hold the lines until cancelled; then they are lost, and the log says so."""
        async with asyncio.TaskGroup() as group:
            while True:
                call_sid, line = await self._begun.get()
                group.create_task(self._hold(call_sid, line))

    async def begin(self, profile: BusinessProfile, from_number: str | None) -> str:
        """Call a business; the new call's SID. Raises `TooManyLines`."""
        if len(self._lines) >= AT_ONCE:
            raise TooManyLines(f"{AT_ONCE} conversations are going on; end one first")
        call_sid = f"TALK{uuid.uuid4().hex}"
        line = TextLine(self._bus, self._clock, call_sid, profile)
        self._lines[call_sid] = line
        try:
            await line.call(from_number)
        except BaseException:
            del self._lines[call_sid]
            raise
        self._begun.put_nowait((call_sid, line))
        return call_sid

    def line(self, call_sid: str) -> TextLine | None:
        """The conversation, if it is going on here."""
        return self._lines.get(call_sid)

    async def _hold(self, call_sid: str, line: TextLine) -> None:
        try:
            await line.hold()
        except* (BusUnavailable, TimeoutError):
            _log.warning("talk.broken_off", call_sid=call_sid)
        finally:
            del self._lines[call_sid]
