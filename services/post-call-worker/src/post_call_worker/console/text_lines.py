"""Shell. Lines without sound: from the console one talks to the receptionist by text, as a gateway would by voice.

The worker that begins a call holds its line: it hears what the agent says, and ends it. What the caller says, any
worker may write, as the call's log tells it all that it must know.
"""

from __future__ import annotations

import asyncio
import uuid
from contextlib import aclosing

import structlog

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.dataflow import LINE_LOST_S
from calllock.contracts.e164 import E164_PATTERN
from calllock.contracts.events import EndedBy
from calllock.contracts.ids import line_id, single_id
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus, BusUnavailable, SequenceConflict
from calllock.runtime.clock import Clock
from post_call_worker.console.text_call import GATEWAY, TextCall, text_call

AT_ONCE = 20
PHONE_NUMBER = f"^$|{E164_PATTERN}"
"""Of a caller, who may withhold it."""
QUIET_LIMIT_S = LINE_LOST_S - 30.0
"""A caller silent for so long has gone. Such a line tells of no silence, and later the brain takes it for lost."""
_LETTING_GO_S = 2.0
_TRIES = 5
"""To write a turn while others write to the same line."""

_log = structlog.get_logger()


class TooManyLines(RuntimeError):
    """No more conversations at once; the message says how many there may be."""


class LineClosed(RuntimeError):
    """The conversation is over, or was none by text."""


class LineBusy(RuntimeError):
    """Others spoke on this line whenever this turn was to be written."""


class TextLine:
    """The line of one conversation, held: hears what the brain wants said, and ends when it or the caller does."""

    def __init__(self, bus: Bus, clock: Clock, call_sid: str) -> None:
        self._bus = bus
        self._clock = clock
        self._sid = call_sid
        self._began_s = clock.monotonic()
        self._heard_prompt = 0
        self._turn = 0
        self._turn_id = ""
        """The caller's last, and the event that told of it."""
        self._end: tuple[float, EndedBy] | None = None
        """That was asked for after the agent's last words."""
        self._over = False
        self._steps: asyncio.Queue[tuple[float, EndedBy]] = asyncio.Queue()
        """Each says how long the line stays open unless another comes, and who has ended it then."""

    async def hold(self) -> None:
        """Until the agent hangs up, the caller does, or nobody has spoken for too long; then the call has ended."""
        ended_by: EndedBy = "line_lost"
        try:
            async with asyncio.TaskGroup() as group:
                listening = group.create_task(self._listen())
                ended_by = await self._until_over()
                listening.cancel()
        finally:
            if not self._over:
                async with asyncio.timeout(_LETTING_GO_S):
                    duration_s = self._clock.monotonic() - self._began_s
                    await self._bus.publish(_ended(self._sid, self._clock, ended_by, duration_s))

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
        async with aclosing(self._bus.follow(self._sid, ("brain", "line", "ended"))) as entries:
            async for entry in entries:
                match entry.message:
                    case commands.SpeakPrompt() as prompt if prompt.prompt > self._heard_prompt:
                        await self._hear(prompt)
                    case commands.HangUp() as order:
                        self._ask_for((order.linger_s, "agent"), order.turn)
                    case commands.Transfer() as order:
                        self._ask_for((0.0, "transfer"), order.turn)
                    case events.EventIgnored() as ignored if self._end and ignored.ignored_id == self._turn_id:
                        self._steps.put_nowait(self._end)
                    case events.UtteranceHeard() as heard:
                        self._turn, self._turn_id = heard.turn, heard.event_id
                        self._steps.put_nowait((QUIET_LIMIT_S, "caller"))
                    case events.CallEnded():
                        self._over = True
                        self._steps.put_nowait((0.0, "caller"))
                    case _:
                        pass

    def _ask_for(self, end: tuple[float, EndedBy], turn: int | None) -> None:
        """The end that answers `turn`; it does not come before a later one is answered, which it may not outlive."""
        self._end = end
        if turn is None or turn >= self._turn:
            self._steps.put_nowait(end)

    async def _hear(self, prompt: commands.SpeakPrompt) -> None:
        self._heard_prompt, self._end = prompt.prompt, None
        heard = _about(self._sid, line_id(self._sid, "prompt", prompt.prompt), self._clock)
        text = " ".join(prompt.sentences)
        played = {**heard, "prompt": prompt.prompt, "heard_text": text, "complete": True}
        await self._bus.publish(events.PromptPlayed.model_validate(played))


class TextLines:
    """The conversations by text: those that this worker holds, and turns for those of every worker."""

    def __init__(self, bus: Bus, clock: Clock) -> None:
        self._bus = bus
        self._clock = clock
        self._held: set[str] = set()
        self._begun: asyncio.Queue[str] = asyncio.Queue()

    async def run(self) -> None:
        """Hold the lines until cancelled; then they are lost, and the log says so."""
        async with asyncio.TaskGroup() as group:
            while True:
                group.create_task(self._hold(await self._begun.get()))

    async def begin(self, profile: BusinessProfile, from_number: str | None) -> str:
        """Call a business; the new call's SID. Raises `TooManyLines`."""
        if len(self._held) >= AT_ONCE:
            raise TooManyLines(f"{AT_ONCE} conversations are going on; end one first")
        call_sid = f"TALK{uuid.uuid4().hex}"
        self._held.add(call_sid)
        call = {"business": profile.id, "from_number": from_number, "to_number": profile.numbers[0], "gateway": GATEWAY}
        about = _about(call_sid, single_id(call_sid, "answered"), self._clock)
        try:
            await self._bus.publish(events.CallAnswered.model_validate({**about, **call}))
        except BaseException:
            self._held.discard(call_sid)
            raise
        self._begun.put_nowait(call_sid)
        return call_sid

    async def call(self, call_sid: str) -> TextCall:
        """The conversation as it stands, whoever holds it; raises `LineClosed`."""
        call = text_call(await self._bus.read(call_sid))
        if call is None:
            raise LineClosed("this conversation has ended")
        return call

    async def say(self, call_sid: str, text: str) -> None:
        """The caller's next turn; raises `LineClosed` or `LineBusy`."""
        for _ in range(_TRIES):
            call = await self.call(call_sid)
            turn = {"turn": call.turn + 1, "text": text, "after_prompt": call.heard_prompt}
            about = _about(call_sid, f"{call_sid}:turn:{uuid.uuid4().hex}", self._clock)
            try:
                heard = events.UtteranceHeard.model_validate({**about, **turn})
                await self._bus.publish(heard, expected_last=call.last_on_line)
            except SequenceConflict:
                continue
            return
        raise LineBusy("others spoke at the same moment; say it again")

    async def hang_up(self, call_sid: str) -> None:
        """The caller has had enough; raises `LineClosed`."""
        call = await self.call(call_sid)
        duration_s = (self._clock.now() - call.answered.occurred_at).total_seconds()
        await self._bus.publish(_ended(call_sid, self._clock, "caller", max(0.0, duration_s)))

    async def _hold(self, call_sid: str) -> None:
        try:
            await TextLine(self._bus, self._clock, call_sid).hold()
        except* (BusUnavailable, TimeoutError):
            _log.warning("talk.broken_off", call_sid=call_sid)
        finally:
            self._held.discard(call_sid)


def _about(call_sid: str, event_id: str, clock: Clock) -> dict[str, object]:
    return {"event_id": event_id, "call_sid": call_sid, "occurred_at": clock.now()}


def _ended(call_sid: str, clock: Clock, ended_by: EndedBy, duration_s: float) -> Message:
    about = _about(call_sid, single_id(call_sid, "ended"), clock)
    return events.CallEnded.model_validate({**about, "ended_by": ended_by, "duration_s": duration_s})
